package io.genjin.report;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.report.FigureMembers.Member;
import io.genjin.shared.Cursor;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Page;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a frozen number to the rows it counted at closing time, and its correction to the rows that came and went since. They
 * are read from the journal as it was then; what merely stood was kept with the day.
 */
@Component
public class FrozenMembers {

    private static final String COLUMNS = "person_id, day, moment, prospect_id, id, is_entry";

    /** What is opened of a frozen report. */
    public enum View {
        /** The rows that were counted at closing time. */
        FROZEN,
        /** The rows that are counted by now and were not then. */
        ADDED,
        /** The rows that were counted then and are not any more. */
        GONE
    }

    /** Which number of a frozen report is asked for. */
    public record Question(
            LocalDate date,
            Span span,
            Figure figure,
            @Nullable StaffMember consultant,
            Freeze freeze,
            View view) {}

    private final JdbcClient jdbc;
    private final FigureMembers members;
    private final FrozenDays frozen;
    private final Dealerships dealerships;
    private final Clock clock;

    FrozenMembers(JdbcClient jdbc, FigureMembers members, FrozenDays frozen, Dealerships dealerships, Clock clock) {
        this.jdbc = jdbc;
        this.members = members;
        this.frozen = frozen;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /** Whether the rows of such a number can be told: of what merely stood only what was kept with the day. */
    public static boolean opens(Figure figure, Span span, Freeze freeze) {
        if (figure.isRatio() || figure.isStock() && span == Span.month) {
            return false;
        }
        return !figure.standsNow()
                || freeze.stood() && (freeze.standingKept() || !figure.isStock() && span == Span.day);
    }

    /**
     * Reads what number is asked for.
     *
     * @throws FieldsRefused naming {@code date} when that day is not frozen, {@code figure}, {@code span}, {@code view} or
     *                       {@code consultant}
     */
    @Transactional(readOnly = true)
    public Question question(
            LocalDate date, Span span, Figure figure, @Nullable String consultant, View view, StaffMember reader) {
        Freeze freeze = frozen.find(date, reader.dealership())
                .orElseThrow(() -> new FieldsRefused(Field.of("date", "field.date.frozen")));
        if (figure.isRatio()) {
            throw new FieldsRefused(Field.of("figure", "field.figure.ratio"));
        }
        if (figure.isStock() && span == Span.month) {
            throw new FieldsRefused(Field.of("span", "field.span.stock"));
        }
        if (!opens(figure, Span.day, freeze)) {
            throw new FieldsRefused(Field.of("figure", "field.figure.frozen"));
        }
        if (!opens(figure, span, freeze)) {
            throw new FieldsRefused(Field.of("span", "field.span.frozen"));
        }
        if (figure.isStock() && view != View.FROZEN) {
            throw new FieldsRefused(Field.of("view", "field.view.stock"));
        }
        return new Question(date, span, figure, members.consultant(consultant, reader), freeze, view);
    }

    /** The very rows, newest first. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Page<Member> of(Question question, int limit, @Nullable String cursor, StaffMember reader) {
        Dealership dealership = dealerships.get(reader.dealership());
        StaffMember consultant = question.consultant();
        List<String> parts = question.figure().parts();
        LocalDate from =
                question.span() == Span.day ? question.date() : question.date().withDayOfMonth(1);
        String mine = consultant == null ? "" : " and person_id = :person";
        String then = """
                (select %1$s
                   from %2$s
                  where part in (:parts)%3$s
                 union all
                 select %1$s
                   from (%4$s) as standing
                  where true%3$s)
                """.formatted(
                COLUMNS, FigureRows.asKnown(EnumSet.of(FigureRows.Lasting.KEPT), parts), mine, FrozenStanding.rows());
        String now = """
                (select %s
                   from %s
                  where part in (:parts)%s)
                """.formatted(
                COLUMNS, FigureRows.sql(EnumSet.of(FigureRows.Lasting.KEPT, FigureRows.Lasting.STANDING), parts), mine);
        String rows =
                switch (question.view()) {
                    case FROZEN -> then;
                    case ADDED -> "(" + now + " except " + then + ")";
                    case GONE -> "(" + then + " except " + now + ")";
                };
        Cursor after = Cursor.read(cursor, 3);
        Map<String, Object> params = FigureParams.of(from, question.date(), dealership, clock.instant());
        params.put("known", question.freeze().knownUntil().atOffset(ZoneOffset.UTC));
        params.put("parts", parts);
        params.put("rows", limit + 1);
        if (consultant != null) {
            params.put("person", consultant.id().value());
        }
        if (after != null) {
            params.put("moment", Cursor.instant(after.values().get(0)).atOffset(ZoneOffset.UTC));
            params.put("id", Cursor.uuid(after.values().get(1)));
            params.put("rowDay", Cursor.day(after.values().get(2)));
        }
        List<Member> found = jdbc.sql("""
                        select %s
                          from %s as frozen_row
                         %s
                         order by moment desc, id desc, day desc
                         limit :rows
                        """.formatted(
                        COLUMNS, rows, after == null ? "" : "where (moment, id, day) < (:moment, :id, :rowDay)"))
                .params(params)
                .query((row, number) -> FigureMembers.member(row))
                .list();
        return Page.of(found, limit, last -> Cursor.of(last.at(), last.id(), last.day()));
    }
}
