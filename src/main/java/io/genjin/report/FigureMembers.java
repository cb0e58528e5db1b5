package io.genjin.report;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.Cursor;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Moments;
import io.genjin.shared.Page;
import io.genjin.shared.PeriodDay;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.Reach;
import io.genjin.staff.Rights;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens a number to the very rows it counts, of any figure, person and range of days. */
@Component
public class FigureMembers {

    /** Who may see whose rows is decided by this operation's reach. */
    static final String OPERATION = "report.daily";

    /** Two years, so that a year stands beside the one before. */
    static final int MOST_DAYS = 732;

    /**
     * Which number is asked for: a figure, whose, of which days.
     *
     * @param known what counts is what was written down by then; nothing asks for what counts now
     */
    public record Question(
            LocalDate from,
            LocalDate until,
            Figure figure,
            @Nullable StaffMember consultant,
            @Nullable Instant known) {

        public Question(LocalDate from, LocalDate until, Figure figure, @Nullable StaffMember consultant) {
            this(from, until, figure, consultant, null);
        }
    }

    /**
     * One row that a figure counts.
     *
     * @param prospect nothing for a party at the door that nobody knows
     * @param person   the person it is counted for
     * @param entry    the journal entry that tells of it; nothing for what merely stands now
     */
    public record Member(
            UUID id,
            LocalDate day,
            Instant at,
            @Nullable UUID prospect,
            @Nullable StaffId person,
            @Nullable UUID entry) {}

    private final JdbcClient jdbc;
    private final StaffDirectory staff;
    private final Rights rights;
    private final Dealerships dealerships;
    private final Clock clock;

    FigureMembers(JdbcClient jdbc, StaffDirectory staff, Rights rights, Dealerships dealerships, Clock clock) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.rights = rights;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    public boolean seesAll(StaffMember reader) {
        return rights.reachOf(reader, OPERATION) == Reach.ALL;
    }

    /** Whether the journal alone tells what a figure counts, so that what it counted once can be told at any time. */
    public static boolean isToldByJournal(Figure figure) {
        return !figure.isStock()
                && !figure.isRatio()
                && figure.parts().stream().noneMatch(part -> FigureRows.hasPart(FigureRows.Lasting.STANDING, part));
    }

    /**
     * Whose rows are asked for; nobody means all that the reader may see. Somebody else's are to a consultant as if there were
     * nobody of that name.
     *
     * @throws FieldsRefused naming {@code consultant}
     */
    @Transactional(readOnly = true)
    public @Nullable StaffMember consultant(@Nullable String username, StaffMember reader) {
        boolean all = seesAll(reader);
        if (username == null || username.isBlank()) {
            return all ? null : reader;
        }
        return staff.byUsername(reader.dealership(), username.strip())
                .filter(member -> all || member.id().equals(reader.id()))
                .orElseThrow(() -> new FieldsRefused(Field.of("consultant", "field.consultant")));
    }

    /**
     * Reads what number is asked for.
     *
     * @param from       the first of the month of the last day, unless another is named
     * @param until      today, unless another is named
     * @param consultant sign-in name; nobody's asks for all, or for their own when the reader sees only that
     * @throws FieldsRefused naming {@code from}, {@code until}, {@code figure} or {@code consultant}
     */
    @Transactional(readOnly = true)
    public Question question(
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            Figure figure,
            @Nullable String consultant,
            StaffMember reader) {
        LocalDate today = dealerships.get(reader.dealership()).today(clock);
        LocalDate last = PeriodDay.of("until", until == null ? today : until);
        LocalDate first = PeriodDay.of("from", from != null ? from : figure.isStock() ? last : last.withDayOfMonth(1));
        if (figure.isRatio()) {
            throw new FieldsRefused(Field.of("figure", "field.figure.ratio"));
        }
        if (figure.isStock() && !(first.equals(today) && last.equals(today))) {
            throw new FieldsRefused(Field.of("until", "field.date.stock"));
        }
        if (last.isAfter(today)) {
            throw new FieldsRefused(Field.of("until", "field.date.report"));
        }
        if (last.isBefore(first)) {
            throw new FieldsRefused(Field.of("until", "field.periodOrder"));
        }
        if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw new FieldsRefused(Field.of("until", "field.period.longest", MOST_DAYS));
        }
        return new Question(first, last, figure, consultant(consultant, reader));
    }

    /**
     * The same number as it was when only what was written down until a moment was known, as in a report that was frozen then.
     *
     * @throws FieldsRefused naming {@code known} when that moment has not come, or more than the journal tells what it counted
     */
    @Transactional(readOnly = true)
    public Question asKnown(@Nullable Instant known, Question question) {
        if (known != null && known.isAfter(clock.instant())) {
            throw new FieldsRefused(Field.of("known", "field.known.future"));
        }
        if (known != null && !isToldByJournal(question.figure())) {
            throw new FieldsRefused(Field.of("known", "field.known.standing"));
        }
        return new Question(question.from(), question.until(), question.figure(), question.consultant(), known);
    }

    /** The very rows that a number counts, newest first. */
    @Transactional(readOnly = true)
    public Page<Member> of(Question question, int limit, @Nullable String cursor, StaffMember reader) {
        Dealership dealership = dealerships.get(reader.dealership());
        Cursor after = Cursor.read(cursor, 3);
        StaffMember consultant = question.consultant();
        List<String> parts = question.figure().parts();
        Instant known = question.known();
        JdbcClient.StatementSpec statement = jdbc.sql("""
                        select person_id, day, moment, prospect_id, id, is_entry
                          from %s
                         where part in (:parts)
                         %s
                         %s
                         order by moment desc, id desc, day desc
                         limit :rows
                        """.formatted(
                                known == null
                                        ? FigureRows.sql(EnumSet.allOf(FigureRows.Lasting.class), parts)
                                        : FigureRows.asKnown(EnumSet.of(FigureRows.Lasting.KEPT), parts),
                                consultant == null ? "" : "  and person_id = :person",
                                after == null ? "" : "  and (moment, id, day) < (:moment, :id, :day)"))
                .params(FigureParams.of(question.from(), question.until(), dealership, clock.instant()))
                .param("parts", parts)
                .param("rows", limit + 1);
        if (known != null) {
            statement = statement.param("known", known.atOffset(ZoneOffset.UTC));
        }
        if (consultant != null) {
            statement = statement.param("person", consultant.id().value());
        }
        if (after != null) {
            statement = statement
                    .param("moment", Cursor.instant(after.values().get(0)).atOffset(ZoneOffset.UTC))
                    .param("id", Cursor.uuid(after.values().get(1)))
                    .param("day", Cursor.day(after.values().get(2)));
        }
        List<Member> rows = statement.query((row, number) -> member(row)).list();
        return Page.of(rows, limit, last -> Cursor.of(last.at(), last.id(), last.day()));
    }

    static Member member(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID person = row.getObject("person_id", UUID.class);
        return new Member(
                id,
                row.getObject("day", LocalDate.class),
                Moments.read(row, "moment"),
                row.getObject("prospect_id", UUID.class),
                person == null ? null : new StaffId(person),
                row.getBoolean("is_entry") ? id : null);
    }
}
