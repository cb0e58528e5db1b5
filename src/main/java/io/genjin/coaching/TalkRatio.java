package io.genjin.coaching;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.ratio.Ratio;
import io.genjin.ratio.RatioSource;
import io.genjin.shared.DealershipId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** K29 among the ratios: each week that ended in the days is a row, and above the line if there was a one-to-one. */
@Component
class TalkRatio implements RatioSource {

    private final WeeklyTalks weeks;
    private final Dealerships dealerships;

    TalkRatio(WeeklyTalks weeks, Dealerships dealerships) {
        this.weeks = weeks;
        this.dealerships = dealerships;
    }

    @Override
    public Set<Ratio> ratios() {
        return Set.of(Ratio.K29);
    }

    @Override
    public List<Row> rows(LocalDate from, LocalDate until, DealershipId id) {
        Dealership dealership = dealerships.get(id);
        List<Row> rows = new ArrayList<>();
        weeks.over(TalkWeek.of(from), TalkWeek.of(until), id).forEach((week, talked) -> {
            if (!week.sunday().isBefore(from) && !week.sunday().isAfter(until)) {
                rows.add(Row.of(
                                Ratio.K29,
                                !talked.isEmpty(),
                                null,
                                week.sunday(),
                                dealership.endOf(week.sunday()),
                                UUID.nameUUIDFromBytes(("K29 " + week).getBytes(StandardCharsets.UTF_8)))
                        .saying("ratioRow.talks", "/one-to-ones?week=" + week, week.monday(), week.sunday()));
            }
        });
        return rows;
    }
}
