package io.genjin.owner;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.ratio.Ratio;
import io.genjin.ratio.RatioSource;
import io.genjin.shared.Conditions;
import io.genjin.shared.DealershipId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * K25 and the wide K24 of any days. The call of the third day counts for the consultant in charge, whose duty it is; the later
 * ones, which others make, for the dealership alone. A car counts for the consultant in charge.
 */
@Component
class OwnerRatios implements RatioSource {

    private static final int MOST = 20_000;

    private static final Map<CallbackType, Ratio> CALLS =
            Map.of(CallbackType.D3, Ratio.K25_D3, CallbackType.D7, Ratio.K25_D7, CallbackType.D30, Ratio.K25_D30);

    private final Callbacks callbacks;
    private final OwnerFiles files;
    private final Dealerships dealerships;
    private final Clock clock;

    OwnerRatios(Callbacks callbacks, OwnerFiles files, Dealerships dealerships, Clock clock) {
        this.callbacks = callbacks;
        this.files = files;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    @Override
    public Set<Ratio> ratios() {
        return Set.of(Ratio.K24_WIDE, Ratio.K25_D3, Ratio.K25_D7, Ratio.K25_D30);
    }

    @Override
    public List<Row> rows(LocalDate from, LocalDate until, DealershipId in) {
        Dealership dealership = dealerships.get(in);
        LocalDate today = dealership.today(clock);
        LocalDate last = until.isAfter(today) ? today : until;
        List<Row> rows = new ArrayList<>();
        if (last.isBefore(from)) {
            return rows;
        }
        List<Callback> due = callbacks.fellDue(in, from, last);
        Map<OwnerId, OwnerFile> owners =
                files.getAll(in, due.stream().map(Callback::owner).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(OwnerFile::id, Function.identity()));
        for (Callback call : due) {
            OwnerFile owner = owners.get(call.owner());
            Ratio ratio = CALLS.get(call.type());
            if (owner != null && ratio != null) {
                rows.add(Row.of(
                                ratio,
                                call.isOnTime(),
                                call.type() == CallbackType.D3 ? owner.consultant() : null,
                                call.dueDate(),
                                dealership.endOf(call.dueDate()),
                                call.id())
                        .about(call.prospect().value())
                        .saying(
                                call.isOnTime() ? "ratioRow.calledBack" : "ratioRow.notCalledBack",
                                null,
                                call.dueDate()));
            }
        }
        Conditions where = Conditions.in(in, "f.dealership_id")
                .and("f.delivered_on between :from and :until")
                .with("from", from)
                .with("until", last);
        for (OwnerFile file : files.list(where, MOST, null).items()) {
            rows.add(Row.of(
                            Ratio.K24_WIDE,
                            file.isOwnerRelated(),
                            file.consultant(),
                            file.deliveredOn(),
                            dealership.startOf(file.deliveredOn()),
                            file.id().value())
                    .about(file.prospect().value())
                    .saying("ratioRow.delivered", null, file.deliveredOn()));
        }
        return rows;
    }
}
