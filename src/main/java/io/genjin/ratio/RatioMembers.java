package io.genjin.ratio;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.report.Figure;
import io.genjin.report.FigureMembers;
import io.genjin.shared.Cursor;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Moments;
import io.genjin.shared.Page;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens a side of a ratio to the very rows it counts. */
@Component
public class RatioMembers {

    /** Which number is asked for. */
    public record Question(
            Ratio ratio, Side side, Days days, @Nullable StaffMember consultant) {}

    /**
     * One row that a side counts.
     *
     * @param person   for whom it counts
     * @param entry    the journal entry that tells of it, if one does
     * @param prospect the customer, if it is about one
     * @param weight   what it counts; mostly 1
     * @param words    key of the text that says it where no entry does
     * @param path     where it is looked at, if not at the customer
     */
    public record Member(
            UUID id,
            LocalDate day,
            Instant at,
            @Nullable UUID prospect,
            @Nullable StaffId person,
            @Nullable UUID entry,
            long weight,
            @Nullable String words,
            List<Object> args,
            @Nullable String path) {}

    private static final Comparator<Member> NEWEST = Comparator.comparing(Member::at)
            .thenComparing(member -> member.id().toString())
            .thenComparing(Member::day)
            .reversed();

    private final JdbcClient jdbc;
    private final FigureMembers figures;
    private final Standings standings;
    private final List<RatioSource> sources;
    private final RatioDoor door;
    private final Dealerships dealerships;
    private final Clock clock;

    RatioMembers(
            JdbcClient jdbc,
            FigureMembers figures,
            Standings standings,
            List<RatioSource> sources,
            RatioDoor door,
            Dealerships dealerships,
            Clock clock) {
        this.jdbc = jdbc;
        this.figures = figures;
        this.standings = standings;
        this.sources = sources;
        this.door = door;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /**
     * Reads what number is asked for.
     *
     * @throws FieldsRefused naming {@code from}, {@code until} or {@code consultant}
     */
    @Transactional(readOnly = true)
    public Question question(
            Ratio ratio,
            Side side,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String consultant,
            StaffMember reader) {
        Days days = door.days(from, until, reader);
        if (ratio.isOfTodayOnly() && !days.until().equals(door.today(reader))) {
            throw new FieldsRefused(Field.of("until", "field.ratio.today"));
        }
        return new Question(ratio, side, days, door.consultant(consultant, reader));
    }

    /** The very rows that a number counts, newest first; customers by the first that counted them. */
    @Transactional(readOnly = true)
    public Page<Member> of(Question question, int limit, @Nullable String cursor, StaffMember reader) {
        Counted counted = question.ratio().counted(question.side());
        if (counted instanceof Counted.Parts parts) {
            return ofParts(question, parts, limit, cursor, reader);
        }
        Cursor.read(cursor, 3);
        List<Member> rows = counted instanceof Counted.Figures sum
                ? ofFigures(question, sum, limit, cursor, reader)
                : owned(question, cursor, reader);
        return Page.of(
                rows.stream().sorted(NEWEST).limit(limit + 1L).toList(),
                limit,
                last -> Cursor.of(last.at(), last.id(), last.day()));
    }

    /**
     * The rows of a ratio that was added up month by month, as the mean of three months is: each month's own, the newest month first.
     *
     * @param question of whole months
     */
    @Transactional(readOnly = true)
    public Page<Member> ofMonths(Question question, int limit, @Nullable String cursor, StaffMember reader) {
        YearMonth first = YearMonth.from(question.days().from());
        YearMonth month = YearMonth.from(question.days().until());
        String within = null;
        Cursor after = Cursor.read(cursor, 2);
        if (after != null) {
            month = YearMonth.from(Cursor.day(after.values().get(0)));
            within = after.values().get(1).isEmpty() ? null : after.values().get(1);
        }
        List<Member> rows = new ArrayList<>();
        while (!month.isBefore(first)) {
            Question ofMonth = new Question(question.ratio(), question.side(), Days.of(month), question.consultant());
            Page<Member> page = of(ofMonth, limit - rows.size(), within, reader);
            rows.addAll(page.items());
            if (page.next() != null) {
                return new Page<>(rows, Cursor.of(month.atDay(1), page.next()).text());
            }
            month = month.minusMonths(1);
            within = null;
            if (rows.size() == limit && !month.isBefore(first)) {
                return new Page<>(rows, Cursor.of(month.atDay(1), "").text());
            }
        }
        return new Page<>(rows, null);
    }

    private Page<Member> ofParts(
            Question question, Counted.Parts parts, int limit, @Nullable String cursor, StaffMember reader) {
        Dealership dealership = dealerships.get(reader.dealership());
        StaffMember consultant = question.consultant();
        Cursor after = Cursor.read(cursor, 3);
        JdbcClient.StatementSpec statement = jdbc.sql(
                        RatioRows.with(standings.relation(reader.dealership()), parts.parts())
                                + """
                        select person_id, day, moment, prospect_id, id, is_entry
                          from (select %s person_id, day, moment, prospect_id, id, is_entry
                                  from ratio_row
                                 where %s
                                 %s) as chosen
                         where %s
                         order by moment desc, id desc, day desc
                         limit :rows
                        """.formatted(
                                                parts.times() ? "" : "distinct on (part, customer_id)",
                                                consultant == null ? "true" : "person_id = :person",
                                                parts.times() ? "" : "order by part, customer_id, moment, id",
                                                after == null ? "true" : "(moment, id, day) < (:moment, :id, :day)"))
                .params(RatioRows.params(List.of(question.days()), parts.parts(), dealership, clock.instant()))
                .param("rows", limit + 1);
        if (consultant != null) {
            statement = statement.param("person", consultant.id().value());
        }
        if (after != null) {
            statement = statement
                    .param("moment", Moments.bound(Cursor.instant(after.values().get(0))))
                    .param("id", Cursor.uuid(after.values().get(1)))
                    .param("day", Cursor.day(after.values().get(2)));
        }
        List<Member> rows = statement
                .query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    UUID person = row.getObject("person_id", UUID.class);
                    return new Member(
                            id,
                            row.getObject("day", LocalDate.class),
                            row.getObject("moment", OffsetDateTime.class).toInstant(),
                            row.getObject("prospect_id", UUID.class),
                            person == null ? null : new StaffId(person),
                            row.getBoolean("is_entry") ? id : null,
                            1,
                            row.getBoolean("is_entry") ? null : "ratioRow.due",
                            List.of(row.getObject("moment", OffsetDateTime.class)
                                    .toInstant()),
                            null);
                })
                .list();
        return Page.of(rows, limit, last -> Cursor.of(last.at(), last.id(), last.day()));
    }

    /** The figures of one side never share a row, so their newest rows together hold the side's newest. */
    private List<Member> ofFigures(
            Question question, Counted.Figures sum, int limit, @Nullable String cursor, StaffMember reader) {
        List<Member> rows = new ArrayList<>();
        for (Figure figure : sum.figures()) {
            figures.of(
                            new FigureMembers.Question(
                                    question.days().from(), question.days().until(), figure, question.consultant()),
                            limit + 1,
                            cursor,
                            reader)
                    .items()
                    .forEach(one -> rows.add(new Member(
                            one.id(),
                            one.day(),
                            one.at(),
                            one.prospect(),
                            one.person(),
                            one.entry(),
                            1,
                            one.entry() == null ? "ratioRow.due" : null,
                            List.of(one.at()),
                            null)));
        }
        return rows;
    }

    private List<Member> owned(Question question, @Nullable String cursor, StaffMember reader) {
        Cursor after = Cursor.read(cursor, 3);
        Member seen = after == null
                ? null
                : new Member(
                        Cursor.uuid(after.values().get(1)),
                        Cursor.day(after.values().get(2)),
                        Cursor.instant(after.values().get(0)),
                        null,
                        null,
                        null,
                        1,
                        null,
                        List.of(),
                        null);
        StaffMember consultant = question.consultant();
        LocalDate last = Ratios.last(List.of(question.days()), door.today(reader));
        return sources.stream()
                .filter(source -> source.ratios().contains(question.ratio()))
                .flatMap(source -> source.rows(question.days().from(), last, reader.dealership()).stream())
                .filter(row -> row.ratio() == question.ratio() && row.counts(question.side()))
                .filter(row -> Ratios.isIn(row, question.days()))
                .filter(row -> consultant == null || consultant.id().equals(row.person()))
                .map(row -> new Member(
                        row.id(),
                        row.day(),
                        row.at(),
                        row.prospect(),
                        row.person(),
                        row.entry(),
                        row.weight(),
                        row.words(),
                        row.args(),
                        row.path()))
                .filter(member -> seen == null || NEWEST.compare(member, seen) > 0)
                .toList();
    }
}
