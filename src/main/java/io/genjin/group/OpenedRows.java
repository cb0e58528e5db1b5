package io.genjin.group;

import io.genjin.dealership.Dealership;
import io.genjin.group.Measure.Kind;
import io.genjin.journal.Journal;
import io.genjin.journal.JournalEntry;
import io.genjin.prospect.ProspectLabels;
import io.genjin.quality.DataQuality;
import io.genjin.quality.Finding;
import io.genjin.quality.Mark;
import io.genjin.ratio.Days;
import io.genjin.ratio.Ratio;
import io.genjin.ratio.RatioMembers;
import io.genjin.ratio.Side;
import io.genjin.report.Figure;
import io.genjin.report.FigureMembers;
import io.genjin.shared.Cursor;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Page;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a number of the comparison to the very rows it counts, without anybody's name: when, source, grade, how the case stands, and
 * the consultant by a number. While an {@link Unlock} holds, consultants have their names and customers masked ones, and each look is
 * logged at the dealership. Whoever calls has entered the dealership.
 */
@Component
public class OpenedRows {

    /**
     * One row.
     *
     * @param card       number of the customer's card, to ask the dealership about it
     * @param consultant number among the dealership's people, by when they came; nothing where it is nobody's
     * @param minutes    how long a first contact took
     * @param age        how many days ago something was written down that data quality marks, or how long it has stood
     * @param named      nothing unless personal data is unlocked
     */
    public record Row(
            LocalDate day,
            Instant at,
            @Nullable Long card,
            @Nullable String source,
            @Nullable String grade,
            @Nullable String status,
            @Nullable Integer consultant,
            long weight,
            @Nullable Integer minutes,
            @Nullable Integer age,
            @Nullable Named named) {}

    /** Who it is, as far as an unlock shows it. */
    public record Named(String consultant, String customer, String mobile) {}

    /** A row before it is put into words. */
    private record Found(
            UUID id,
            LocalDate day,
            Instant at,
            @Nullable UUID prospect,
            @Nullable StaffId person,
            @Nullable UUID entry,
            long weight,
            @Nullable Integer minutes,
            @Nullable Integer age) {}

    private record State(long card, String status, String source, String grade) {}

    private static final Comparator<Found> NEWEST = Comparator.comparing(Found::at)
            .thenComparing(found -> found.id().toString())
            .thenComparing(Found::day)
            .reversed();

    private final FigureMembers figures;
    private final RatioMembers ratios;
    private final HqTimeliness leads;
    private final DataQuality quality;
    private final Journal journal;
    private final ProspectLabels labels;
    private final StaffDirectory staff;
    private final UnlockDesk unlocks;
    private final JdbcClient jdbc;
    private final Clock clock;

    OpenedRows(
            FigureMembers figures,
            RatioMembers ratios,
            HqTimeliness leads,
            DataQuality quality,
            Journal journal,
            ProspectLabels labels,
            StaffDirectory staff,
            UnlockDesk unlocks,
            JdbcClient jdbc,
            Clock clock) {
        this.figures = figures;
        this.ratios = ratios;
        this.leads = leads;
        this.quality = quality;
        this.journal = journal;
        this.labels = labels;
        this.staff = staff;
        this.unlocks = unlocks;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Which days a number is of: what stands now is of the dealership's today.
     *
     * @throws FieldsRefused naming {@code measure} when it opens no rows
     */
    public Days days(Measure measure, Days asked, Dealership dealership) {
        if (!measure.opens()) {
            throw new FieldsRefused(Field.of("measure", "compare.opens.not"));
        }
        LocalDate today = dealership.today(clock);
        return measure.isNow() ? new Days(today, today) : untilToday(asked, today);
    }

    static Days untilToday(Days asked, LocalDate today) {
        return new Days(
                asked.from().isAfter(today) ? today : asked.from(),
                asked.until().isAfter(today) ? today : asked.until());
    }

    /** The very rows, newest first; every page that shows names is logged. */
    @Transactional
    public Page<Row> of(
            Measure measure,
            Side side,
            Days asked,
            int limit,
            @Nullable String cursor,
            Dealership dealership,
            Optional<Unlock> unlock) {
        Days days = days(measure, asked, dealership);
        return told(find(measure, side, days, limit, cursor, dealership), measure.name(), days, dealership, unlock);
    }

    /**
     * The very rows that a number of data quality counts, newest first; every page that shows names is logged.
     *
     * @throws FieldsRefused naming {@code finding} when it is a ratio, or {@code from}
     */
    @Transactional
    public Page<Row> of(
            Finding finding,
            Days asked,
            int limit,
            @Nullable String cursor,
            Dealership dealership,
            Optional<Unlock> unlock) {
        if (finding.isRatio()) {
            throw new FieldsRefused(Field.of("finding", "field.finding.ratio"));
        }
        LocalDate today = dealership.today(clock);
        Days days = untilToday(asked, today);
        Page<Found> found = quality.members(
                        new DataQuality.Question(days.from(), days.until(), finding, null, null),
                        limit,
                        cursor,
                        Guest.at(dealership))
                .map(mark -> new Found(
                        mark.id(),
                        mark.day(),
                        mark.at(),
                        mark.prospect(),
                        mark.person(),
                        mark.entry(),
                        1,
                        null,
                        age(mark, today, dealership)));
        return told(found, finding.name(), days, dealership, unlock);
    }

    private static int age(Mark mark, LocalDate today, Dealership dealership) {
        LocalDate since =
                mark.details().get("since") instanceof LocalDate graded ? graded : dealership.dayOf(mark.at());
        return (int) Math.max(0, ChronoUnit.DAYS.between(since, today));
    }

    private Page<Row> told(Page<Found> found, String what, Days days, Dealership dealership, Optional<Unlock> unlock) {
        Page<Row> rows = words(found, dealership, unlock.isPresent());
        unlock.ifPresent(one -> unlocks.opened(
                one,
                "%s %s..%s".formatted(what, days.from(), days.until()),
                Math.toIntExact(found.items().stream()
                        .map(Found::prospect)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count())));
        return rows;
    }

    private Page<Found> find(
            Measure measure, Side side, Days days, int limit, @Nullable String cursor, Dealership dealership) {
        Ratio ratio = measure.ratio();
        if (ratio != null) {
            Side opened = measure.isOfTwoSides() ? side : Side.bottom;
            return ratios.of(new RatioMembers.Question(ratio, opened, days, null), limit, cursor, Guest.at(dealership))
                    .map(one -> new Found(
                            one.id(),
                            one.day(),
                            one.at(),
                            one.prospect(),
                            one.person(),
                            one.entry(),
                            one.weight(),
                            null,
                            null));
        }
        if (measure == Measure.HQ_WAITING || measure.kind() == Kind.HOURS) {
            return leads.rows(measure, days, limit, cursor, dealership)
                    .map(one -> new Found(
                            one.id(),
                            one.day(),
                            one.at(),
                            one.prospect(),
                            one.owner() == null ? null : new StaffId(one.owner()),
                            measure.kind() == Kind.HOURS ? one.id() : null,
                            1,
                            one.minutes(),
                            null));
        }
        return ofFigures(measure, days, limit, cursor, dealership);
    }

    /** The figures of one measure never share a row, so their newest rows together hold the measure's newest. */
    private Page<Found> ofFigures(
            Measure measure, Days days, int limit, @Nullable String cursor, Dealership dealership) {
        Cursor.read(cursor, 3);
        List<Found> rows = new ArrayList<>();
        for (Figure figure : measure.figures()) {
            figures.of(
                            new FigureMembers.Question(days.from(), days.until(), figure, null),
                            limit + 1,
                            cursor,
                            Guest.at(dealership))
                    .items()
                    .forEach(one -> rows.add(new Found(
                            one.id(), one.day(), one.at(), one.prospect(), one.person(), one.entry(), 1, null, null)));
        }
        return Page.of(
                rows.stream().sorted(NEWEST).limit(limit + 1L).toList(),
                limit,
                last -> Cursor.of(last.at(), last.id(), last.day()));
    }

    private Page<Row> words(Page<Found> found, Dealership dealership, boolean unlocked) {
        List<UUID> customers = found.items().stream()
                .map(Found::prospect)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<UUID, JournalEntry> entries = journal
                .find(
                        dealership.id(),
                        found.items().stream()
                                .map(Found::entry)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList())
                .stream()
                .collect(Collectors.toMap(JournalEntry::id, Function.identity()));
        Map<UUID, State> states = states(customers, dealership);
        Map<StaffId, Integer> numbers = numbers(dealership);
        Map<UUID, ProspectLabels.Label> names = unlocked ? labels.of(customers, Guest.at(dealership)) : Map.of();
        return found.map(one -> {
            JournalEntry entry = one.entry() == null ? null : entries.get(one.entry());
            State state = one.prospect() == null ? null : states.get(one.prospect());
            ProspectLabels.Label label = one.prospect() == null ? null : names.get(one.prospect());
            return new Row(
                    one.day(),
                    one.at(),
                    state == null ? null : state.card(),
                    entry != null && entry.source() != null ? entry.source() : state == null ? null : state.source(),
                    entry != null && entry.grade() != null ? entry.grade() : state == null ? null : state.grade(),
                    state == null ? null : state.status(),
                    one.person() == null ? null : numbers.get(one.person()),
                    one.weight(),
                    one.minutes(),
                    one.age(),
                    unlocked
                            ? new Named(
                                    one.person() == null ? "" : staff.nameOf(dealership.id(), one.person()),
                                    label == null ? "" : masked(label.customerName()),
                                    label == null ? "" : label.maskedMobile())
                            : null);
        });
    }

    /** {@code 张**}: enough to ask the dealership about, too little to know somebody by. */
    static String masked(String name) {
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }

    private Map<UUID, State> states(Collection<UUID> customers, Dealership dealership) {
        Map<UUID, State> states = new HashMap<>();
        if (!customers.isEmpty()) {
            jdbc.sql("""
                            select id, card_no, status, source, grade
                              from prospect_report
                             where dealership_id = :dealership
                               and id in (:ids)
                            """)
                    .param("dealership", dealership.id().value())
                    .param("ids", customers)
                    .query(row -> {
                        states.put(
                                row.getObject("id", UUID.class),
                                new State(
                                        row.getLong("card_no"),
                                        row.getString("status"),
                                        row.getString("source"),
                                        row.getString("grade")));
                    });
        }
        return states;
    }

    /** Everybody who ever worked there by when they came: nobody's number ever changes. */
    private Map<StaffId, Integer> numbers(Dealership dealership) {
        Map<StaffId, Integer> numbers = new HashMap<>();
        staff.all(dealership.id()).stream()
                .map(StaffMember::id)
                .sorted(Comparator.comparing(StaffId::toString))
                .forEach(id -> numbers.put(id, numbers.size() + 1));
        return numbers;
    }
}
