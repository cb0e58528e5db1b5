package io.genjin.hqlead;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.followup.Shares;
import io.genjin.hqlead.HqCase.Punctuality;
import io.genjin.intake.Lead;
import io.genjin.intake.LeadList;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The feedback to HQ of any day. It is read from what the journal had written down by the end of that day and from
 * nothing else: what is recorded or corrected later stands in the feedback of the day on which it was written, so the
 * feedback of a past day is the same whenever it is asked for.
 */
@Component
public class HqFeedback {

    private static final Comparator<HqCase> BY_RECEIPT = Comparator.comparing(HqCase::receivedAt)
            .thenComparing(one -> one.externalId() == null ? "" : one.externalId())
            .thenComparing(one -> one.arrival().toString());

    private final HqJournal journal;
    private final LeadList leads;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Clock clock;

    HqFeedback(HqJournal journal, LeadList leads, StaffDirectory staff, Dealerships dealerships, Clock clock) {
        this.journal = journal;
        this.leads = leads;
        this.staff = staff;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /** One day of a dealership as feedback counts it. */
    private record Day(Dealership dealership, LocalDate date, Instant start, Instant end, Instant asOf, HqClock hours) {

        boolean isOn(Instant moment) {
            return !moment.isBefore(start) && moment.isBefore(end);
        }
    }

    /**
     * The feedback of a day; the caller is in the dealership's scope.
     *
     * @throws FieldsRefused naming {@code date} when the day has not come
     */
    @Transactional(readOnly = true)
    public Feedback of(DealershipId in, LocalDate date) {
        Dealership dealership = dealerships.get(in);
        Instant now = clock.instant();
        if (date.isAfter(dealership.dayOf(now))) {
            throw new FieldsRefused(Field.of("date", "field.future"));
        }
        Instant end = dealership.startOf(date.plusDays(1));
        boolean complete = !now.isBefore(end);
        Day day = new Day(
                dealership,
                date,
                dealership.startOf(date),
                end,
                complete ? dealership.endOf(date) : now,
                journal.clock(dealership, end));
        List<HqCase> cases = cases(day);
        List<Feedback.Row> rows = cases.stream().map(one -> row(one, day)).toList();
        return new Feedback(
                dealership.code(),
                date,
                at(day.asOf(), dealership.zone()),
                complete,
                summary(cases, day),
                rows.stream()
                        .filter(row -> row.onTime() == Punctuality.LATE)
                        .map(Feedback.Row::key)
                        .toList(),
                rows);
    }

    private List<HqCase> cases(Day day) {
        DealershipId in = day.dealership().id();
        List<ProspectId> ids = journal.between(in, day.start(), day.end());
        List<HqCase> cases = journal.cases(in, ids, day.end()).stream()
                .filter(one -> isTold(one, day))
                .toList();
        Map<ProspectId, Lead> unnamed = leads.opened(
                in,
                cases.stream()
                        .filter(one -> one.externalId() == null && !one.repeated())
                        .map(HqCase::prospect)
                        .toList());
        return cases.stream()
                .map(one -> {
                    Lead lead = one.repeated() ? null : unnamed.get(one.prospect());
                    return lead == null ? one : one.called(lead.externalId());
                })
                .sorted(BY_RECEIPT)
                .toList();
    }

    /** Open when the day began, or come or ended on it. A repeat is open until it was followed or its hours are over. */
    private static boolean isTold(HqCase one, Day day) {
        if (day.isOn(one.reportedAt())) {
            return true;
        }
        if (one.closedAt() != null && one.closedAt().isBefore(day.start())) {
            return false;
        }
        if (!one.repeated()) {
            return true;
        }
        Instant dueAt = day.hours().dueAt(one.receivedAt());
        Instant answered =
                one.firstFollowUpAt() == null || one.firstFollowUpAt().isAfter(dueAt) ? dueAt : one.firstFollowUpAt();
        return !answered.isBefore(day.start());
    }

    private static Feedback.Summary summary(List<HqCase> cases, Day day) {
        int received = 0;
        int open = 0;
        int due = 0;
        int onTime = 0;
        int running = 0;
        for (HqCase one : cases) {
            Instant dueAt = day.hours().dueAt(one.receivedAt());
            Punctuality kept = one.punctuality(dueAt, day.asOf());
            received += day.isOn(one.reportedAt()) ? 1 : 0;
            open += one.closedAt() == null && !one.repeated() ? 1 : 0;
            running += kept == Punctuality.RUNNING && one.closedAt() == null ? 1 : 0;
            if (day.isOn(dueAt) && kept != Punctuality.RUNNING) {
                due++;
                onTime += kept == Punctuality.ON_TIME ? 1 : 0;
            }
        }
        return new Feedback.Summary(received, open, due, onTime, due - onTime, running);
    }

    private Feedback.Row row(HqCase one, Day day) {
        ZoneId zone = day.dealership().zone();
        Instant dueAt = day.hours().dueAt(one.receivedAt());
        Shares shares = one.shares(dueAt, day.asOf(), day.hours().time());
        HqCase.Recorded recorded = one.recorded();
        boolean today = recorded != null && recorded.day().equals(day.date());
        return new Feedback.Row(
                one.externalId(),
                one.cardNo(),
                at(one.receivedAt(), zone),
                at(dueAt, zone),
                orNull(one.allocatedAt(), zone),
                username(day.dealership().id(), one.allocatedTo()),
                one.allocations(),
                orNull(one.firstFollowUpAt(), zone),
                one.punctuality(dueAt, day.asOf()),
                shares.beforeAllocation().toMinutes(),
                shares.afterAllocation().toMinutes(),
                one.status(),
                today ? Objects.requireNonNull(recorded).status() : null,
                today ? Objects.requireNonNull(recorded).remark() : null,
                one.grade(),
                one.latest() == null ? null : at(one.latest().at(), zone),
                one.latest() == null ? null : one.latest().way(),
                one.latest() == null ? null : one.latest().outcome(),
                one.visits(),
                one.closedAt() == null ? null : one.reason());
    }

    private @Nullable String username(DealershipId in, @Nullable StaffId id) {
        return id == null ? null : staff.get(in, id).username();
    }

    private static @Nullable OffsetDateTime orNull(@Nullable Instant moment, ZoneId zone) {
        return moment == null ? null : at(moment, zone);
    }

    private static OffsetDateTime at(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toOffsetDateTime();
    }
}
