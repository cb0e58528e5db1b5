package io.genjin.hqlead;

import io.genjin.dealership.Dealerships;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.NothingHere;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records the day's status of each HQ lead: as the facts suggest, or as a person knows better. */
@Service
public class StatusDesk {

    private static final int LONGEST_REMARK = 200;
    private static final int AT_ONCE = 200;

    private final HqStatuses statuses;
    private final HqJournal journal;
    private final ProspectDesk prospects;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StatusDesk(
            HqStatuses statuses,
            HqJournal journal,
            ProspectDesk prospects,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            Clock clock) {
        this.statuses = statuses;
        this.journal = journal;
        this.prospects = prospects;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records today's status of one HQ lead, also in place of another one said today; the same again changes nothing.
     *
     * @param remark for HQ, so without telephone numbers
     * @throws FieldsRefused when the status is missing or the remark is not for HQ
     * @throws NothingHere   when HQ sent no such lead
     */
    @Transactional
    public void record(ProspectId id, @Nullable HqStatus status, @Nullable String remark, StaffMember by) {
        List<Field> wrong = new ArrayList<>();
        String said = PlainText.line(remark, LONGEST_REMARK, "remark", wrong);
        if (status == null) {
            wrong.add(Field.of("status", "field.required"));
        }
        if (said != null && HqFold.holdsNumber(said)) {
            wrong.add(Field.of("remark", "field.remark.number"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        HqCase lead = opened(List.of(id), by).get(id);
        if (lead == null) {
            throw new NothingHere(id);
        }
        HqStatus as = Objects.requireNonNull(status);
        Instant now = clock.instant();
        LocalDate today = dealerships.get(by.dealership()).dayOf(now);
        if (statuses.say(id, today, as, said, by, now)) {
            publish(prospects.get(by.dealership(), id), lead, as, said, today, by, now);
        }
    }

    /**
     * Records for every open HQ lead without one the status that the facts suggest.
     *
     * @return for how many
     */
    @Transactional
    public int confirmSuggested(StaffMember by) {
        Instant now = clock.instant();
        LocalDate today = dealerships.get(by.dealership()).dayOf(now);
        int confirmed = 0;
        List<ProspectId> batch = statuses.missing(by.dealership(), today, new UUID(0, 0), AT_ONCE);
        while (!batch.isEmpty()) {
            Map<ProspectId, HqCase> leads = opened(batch, by);
            for (Prospect prospect : prospects.getAll(by.dealership(), batch)) {
                HqCase lead = leads.get(prospect.id());
                if (lead != null && statuses.first(prospect.id(), today, lead.status(), by, now)) {
                    publish(prospect, lead, lead.status(), null, today, by, now);
                    confirmed++;
                }
            }
            batch = statuses.missing(
                    by.dealership(), today, batch.get(batch.size() - 1).value(), AT_ONCE);
        }
        return confirmed;
    }

    private Map<ProspectId, HqCase> opened(List<ProspectId> ids, StaffMember by) {
        return journal.cases(by.dealership(), ids).stream()
                .filter(one -> !one.repeated())
                .collect(Collectors.toMap(HqCase::prospect, Function.identity()));
    }

    private void publish(
            Prospect prospect,
            HqCase lead,
            HqStatus status,
            @Nullable String remark,
            LocalDate today,
            StaffMember by,
            Instant now) {
        events.publishEvent(HqLeadFact.of(prospect, HqLeadFact.Kind.HQ_STATUS_RECORDED, by, now)
                .with("status", status.name())
                .with("suggested", lead.status().name())
                .with("remark", remark)
                .with("day", today.toString()));
    }
}
