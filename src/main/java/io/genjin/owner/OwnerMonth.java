package io.genjin.owner;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.owner.OwnerBook.CallRow;
import io.genjin.shared.Conditions;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Moments;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The month of the owners in numbers (K24, K25), each number with its rows; handed in by the third of the next month, and
 * frozen then (2.10).
 */
@Component
public class OwnerMonth {

    private static final int DUE_ON = 3;
    private static final int MOST_DELIVERIES = 5_000;
    private static final int LONGEST = 1000;

    private final Callbacks callbacks;
    private final CallbackList list;
    private final OwnerFiles files;
    private final Referrals referrals;
    private final Complaints complaints;
    private final Dealerships dealerships;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    OwnerMonth(
            Callbacks callbacks,
            CallbackList list,
            OwnerFiles files,
            Referrals referrals,
            Complaints complaints,
            Dealerships dealerships,
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock) {
        this.callbacks = callbacks;
        this.list = list;
        this.files = files;
        this.referrals = referrals;
        this.complaints = complaints;
        this.dealerships = dealerships;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Which of a kind's calls are counted. */
    public enum Part {
        /** Everything that fell due in the month, until today. */
        DUE,
        /** Reached by the end of the due day. */
        ON_TIME,
        LATE,
        /** Given up after five tries. */
        UNREACHED,
        OPEN;

        boolean holds(Callback call) {
            return switch (this) {
                case DUE -> true;
                case ON_TIME -> call.isOnTime();
                case LATE -> call.state() == Callback.State.DONE && !call.isOnTime();
                case UNREACHED -> call.state() == Callback.State.UNREACHED;
                case OPEN -> call.isOpen();
            };
        }
    }

    /**
     * The calls of one kind.
     *
     * @param k25          on time of due; nothing when none fell due (4.1 rule 4)
     * @param satisfaction mean of the marks given
     */
    public record Line(
            CallbackType type,
            int due,
            int onTime,
            int late,
            int unreached,
            int open,
            @Nullable BigDecimal k25,
            @Nullable BigDecimal satisfaction) {}

    /**
     * The figures of a month.
     *
     * @param referred     delivered cars whose customer an owner had named (K24)
     * @param ownerRelated those and the second cars of owners (K24, wide)
     */
    public record Figures(
            YearMonth month,
            List<Line> lines,
            int complaintsOpened,
            int complaintsClosed,
            int referrals,
            int delivered,
            int referred,
            int ownerRelated,
            @Nullable BigDecimal k24,
            @Nullable BigDecimal k24Wide) {}

    /** A month as it was handed in. */
    public record HandedIn(Figures figures, String remark, StaffId by, Instant at, boolean late) {}

    @Transactional(readOnly = true)
    public Figures of(YearMonth month, StaffMember reader) {
        Dealership dealership = dealerships.get(reader.dealership());
        DealershipId in = dealership.id();
        LocalDate from = month.atDay(1);
        LocalDate until = month.atEndOfMonth();
        List<Callback> due = due(month, reader);
        List<Line> lines = CallbackType.afterDelivery().stream()
                .map(type -> line(
                        type, due.stream().filter(call -> call.type() == type).toList()))
                .toList();
        List<OwnerFile> delivered = delivered(month, reader);
        int referred = (int) delivered.stream()
                .filter(file -> file.source() == io.genjin.prospect.Source.REFERRAL)
                .count();
        int related = (int) delivered.stream().filter(OwnerFile::isOwnerRelated).count();
        Instant begin = dealership.startOf(from);
        Instant end = dealership.endOf(until);
        return new Figures(
                month,
                lines,
                complaints.count(in, "opened_at", begin, end),
                complaints.count(in, "closed_at", begin, end),
                referrals.given(in, from, until).size(),
                delivered.size(),
                referred,
                related,
                ratio(referred, delivered.size()),
                ratio(related, delivered.size()));
    }

    private List<Callback> due(YearMonth month, StaffMember reader) {
        LocalDate today = dealerships.get(reader.dealership()).today(clock);
        LocalDate end = month.atEndOfMonth().isAfter(today) ? today : month.atEndOfMonth();
        return callbacks.fellDue(reader.dealership(), month.atDay(1), end);
    }

    private static Line line(CallbackType type, List<Callback> calls) {
        int onTime = count(calls, Part.ON_TIME);
        List<Integer> marks = calls.stream()
                .map(Callback::satisfaction)
                .filter(Objects::nonNull)
                .toList();
        BigDecimal mean = marks.isEmpty()
                ? null
                : BigDecimal.valueOf(marks.stream().mapToInt(Integer::intValue).sum())
                        .divide(BigDecimal.valueOf(marks.size()), 1, RoundingMode.HALF_UP);
        return new Line(
                type,
                calls.size(),
                onTime,
                count(calls, Part.LATE),
                count(calls, Part.UNREACHED),
                count(calls, Part.OPEN),
                ratio(onTime, calls.size()),
                mean);
    }

    private static int count(List<Callback> calls, Part part) {
        return (int) calls.stream().filter(part::holds).count();
    }

    private static @Nullable BigDecimal ratio(int part, int whole) {
        return whole == 0 ? null : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
    }

    /** The rows behind a number of calls. */
    @Transactional(readOnly = true)
    public List<CallRow> calls(YearMonth month, CallbackType type, Part part, StaffMember reader) {
        LocalDate today = dealerships.get(reader.dealership()).today(clock);
        return list.rows(
                due(month, reader).stream()
                        .filter(call -> call.type() == type && part.holds(call))
                        .toList(),
                today,
                reader);
    }

    /** The cars delivered in a month, the newest first; those that owners brought are {@link OwnerFile#isOwnerRelated}. */
    @Transactional(readOnly = true)
    public List<OwnerFile> delivered(YearMonth month, StaffMember reader) {
        Conditions where = Conditions.in(reader.dealership(), "f.dealership_id")
                .and("f.delivered_on between :from and :to")
                .with("from", month.atDay(1))
                .with("to", month.atEndOfMonth());
        return files.list(where, MOST_DELIVERIES, null).items();
    }

    /** The last day on which a month is handed in on time. */
    public static LocalDate dueOn(YearMonth month) {
        return month.plusMonths(1).atDay(DUE_ON);
    }

    @Transactional(readOnly = true)
    public Optional<HandedIn> handedIn(YearMonth month, StaffMember reader) {
        return jdbc.sql("""
                        select figures::text as figures, remark, handed_in_by, handed_in_at, late
                          from owner_month
                         where dealership_id = :dealership
                           and month = :month
                        """)
                .param("dealership", reader.dealership().value())
                .param("month", month.atDay(1))
                .query((row, number) -> new HandedIn(
                        json.readValue(row.getString("figures"), Figures.class),
                        row.getString("remark"),
                        new StaffId(row.getObject("handed_in_by", UUID.class)),
                        Moments.read(row, "handed_in_at"),
                        row.getBoolean("late")))
                .optional();
    }

    /**
     * Hands a month in, with a word on what it means; its figures stay as they are now.
     *
     * @throws FieldsRefused when the month still runs, was handed in, or the word is missing
     */
    @Transactional
    public void handIn(YearMonth month, @Nullable String remark, StaffMember by) {
        Instant now = clock.instant();
        LocalDate today = dealerships.get(by.dealership()).dayOf(now);
        List<Field> wrong = new ArrayList<>();
        String said = PlainText.text(remark, LONGEST, "remark", wrong);
        if (said == null) {
            wrong.add(Field.of("remark", "field.required"));
        }
        if (!today.isAfter(month.atEndOfMonth())) {
            wrong.add(Field.of("remark", "field.month.runs"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        int stored = jdbc.sql("""
                        insert into owner_month (dealership_id, month, figures, remark, handed_in_by, handed_in_at, late)
                        values (:dealership, :month, :figures::jsonb, :remark, :by, :at, :late)
                            on conflict do nothing
                        """)
                .param("dealership", by.dealership().value())
                .param("month", month.atDay(1))
                .param("figures", json.writeValueAsString(of(month, by)))
                .param("remark", Objects.requireNonNull(said))
                .param("by", by.id().value())
                .param("at", Moments.bound(now))
                .param("late", today.isAfter(dueOn(month)))
                .update();
        if (stored == 0) {
            throw new FieldsRefused(Field.of("remark", "field.month.handedIn"));
        }
    }
}
