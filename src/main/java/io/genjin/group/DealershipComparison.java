package io.genjin.group;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.group.Comparison.Block;
import io.genjin.group.Comparison.Remark;
import io.genjin.group.Comparison.Row;
import io.genjin.group.Summaries.Shelf;
import io.genjin.ratio.Days;
import io.genjin.ratio.Fraction;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.staff.StaffMember;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts dealerships beside each other. Each is read inside its own tenancy, in transactions of its own; what was kept is taken, and
 * counted anew as long as the page has time for it, the oldest first. Numbers of an earlier moment say so.
 */
@Component
public class DealershipComparison {

    /** How long counting anew may keep a reader waiting. */
    private static final Duration PATIENCE = Duration.ofMillis(150);

    /** How long, where there is nothing yet to be shown. */
    private static final Duration LONGEST_PATIENCE = Duration.ofSeconds(2);

    /** So few are always counted as they are now, if it takes no longer than this. */
    private static final int FEW = 10;

    private static final Duration PATIENCE_WITH_FEW = Duration.ofSeconds(5);

    private static final int DAYS_OF_SILENCE = 7;
    private static final int MONTHS = 6;

    /** A past of some months: each with its days, the running one until the last day asked for. */
    public record Past(List<Days> months, Map<DealershipId, List<@Nullable Summary>> summaries) {}

    /**
     * What was read of one dealership.
     *
     * @param anew what was counted for this very look
     */
    private record Reading(
            Dealership dealership,
            Map<Days, Kept> kept,
            Set<Days> anew,
            @Nullable Instant newest) {}

    private record Worn(
            Reading reading, Days days, @Nullable Kept kept) {}

    private final SeenDealerships seen;
    private final Summaries summaries;
    private final SummaryKeeping keeping;
    private final Dealerships dealerships;
    private final Clock clock;

    DealershipComparison(
            SeenDealerships seen, Summaries summaries, SummaryKeeping keeping, Dealerships dealerships, Clock clock) {
        this.seen = seen;
        this.summaries = summaries;
        this.keeping = keeping;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /**
     * The comparison of some days, this month's until today unless others are named.
     *
     * @throws FieldsRefused naming {@code from} or {@code until}
     */
    public Comparison of(@Nullable LocalDate from, @Nullable LocalDate until, @Nullable String region, StaffMember me) {
        LocalDate today = dealerships.get(me.dealership()).today(clock);
        Question question = Question.of(from, until, region, today);
        Circle circle = seen.of(me);
        Days before = Question.before(question.days());
        List<Reading> readings = read(chosen(circle, question), List.of(question.days(), before));
        return new Comparison(
                question,
                before,
                today,
                circle,
                circle.dealerships().stream()
                        .map(Dealership::region)
                        .distinct()
                        .sorted()
                        .toList(),
                blocks(readings, question.days(), before, me),
                sum(readings, question.days()));
    }

    /**
     * The days that somebody asks for, as the comparison reads them.
     *
     * @throws FieldsRefused naming {@code from} or {@code until}
     */
    public Question question(@Nullable LocalDate from, @Nullable LocalDate until, StaffMember me) {
        return Question.of(from, until, null, dealerships.get(me.dealership()).today(clock));
    }

    private static List<Dealership> chosen(Circle circle, Question question) {
        return circle.dealerships().stream()
                .filter(one -> question.region().isEmpty() || one.region().equals(question.region()))
                .toList();
    }

    /** The last half year of the dealerships of a comparison, month by month. */
    public Past past(Comparison comparison) {
        List<Days> months = new ArrayList<>();
        LocalDate until = comparison.question().days().until();
        YearMonth last = YearMonth.from(until);
        for (int back = MONTHS - 1; back > 0; back--) {
            months.add(Days.of(last.minusMonths(back)));
        }
        months.add(new Days(last.atDay(1), until));
        List<Reading> readings = read(chosen(comparison.circle(), comparison.question()), months);
        Map<DealershipId, List<@Nullable Summary>> past = new HashMap<>();
        readings.forEach(reading -> {
            List<@Nullable Summary> line = new ArrayList<>();
            months.forEach(days -> line.add(summary(reading, days)));
            past.put(reading.dealership().id(), line);
        });
        return new Past(List.copyOf(months), past);
    }

    private List<Reading> read(List<Dealership> asked, List<Days> periods) {
        List<Reading> readings = asked.stream()
                .map(one -> Tenancy.within(one.id(), () -> read(one, periods)))
                .toList();
        Instant now = clock.instant();
        List<Worn> worn = new ArrayList<>();
        for (Reading reading : readings) {
            for (Days days : periods) {
                Kept kept = reading.kept().get(days);
                if (kept == null || !kept.isPresent(reading.newest(), now)) {
                    worn.add(new Worn(reading, days, kept));
                }
            }
        }
        worn.sort(Comparator.comparing(
                one -> one.kept() == null ? Instant.MIN : one.kept().countedAt()));
        long began = System.nanoTime();
        for (Worn one : worn) {
            Duration spent = Duration.ofNanos(System.nanoTime() - began);
            Duration needed = one.kept() == null ? Duration.ZERO : one.kept().took();
            Duration patience =
                    asked.size() <= FEW ? PATIENCE_WITH_FEW : one.kept() == null ? LONGEST_PATIENCE : PATIENCE;
            if (spent.plus(needed).compareTo(patience) <= 0) {
                Dealership dealership = one.reading().dealership();
                Kept counted = Tenancy.within(dealership.id(), () -> keeping.count(one.days(), dealership));
                one.reading().kept().put(one.days(), counted);
                one.reading().anew().add(one.days());
            }
        }
        return readings;
    }

    private Reading read(Dealership dealership, List<Days> periods) {
        LocalDate today = dealership.today(clock);
        Shelf shelf = summaries.of(periods, today, dealership.id());
        if (!shelf.unasked().isEmpty()) {
            summaries.asked(shelf.unasked(), today, dealership.id());
        }
        return new Reading(dealership, new HashMap<>(shelf.kept()), new HashSet<>(), shelf.newest());
    }

    private static @Nullable Summary summary(Reading reading, Days days) {
        Kept kept = reading.kept().get(days);
        return kept == null ? null : kept.summary();
    }

    private static @Nullable Summary sum(Collection<Reading> readings, Days days) {
        List<Summary> known = known(readings, days);
        return known.isEmpty() ? null : Summary.sum(known);
    }

    private static List<Summary> known(Collection<Reading> readings, Days days) {
        return readings.stream()
                .map(reading -> summary(reading, days))
                .filter(Objects::nonNull)
                .toList();
    }

    private List<Block> blocks(List<Reading> readings, Days days, Days before, StaffMember me) {
        Map<String, List<Reading>> regions = new TreeMap<>();
        readings.forEach(reading -> regions.computeIfAbsent(reading.dealership().region(), none -> new ArrayList<>())
                .add(reading));
        List<Summary> all = known(readings, days);
        List<Block> blocks = new ArrayList<>();
        regions.forEach((region, near) -> {
            List<Summary> ofRegion = known(near, days);
            blocks.add(new Block(
                    region,
                    near.stream()
                            .map(reading -> row(reading, days, before, all, ofRegion, me))
                            .toList(),
                    sum(near, days)));
        });
        return blocks;
    }

    private Row row(Reading reading, Days days, Days before, List<Summary> all, List<Summary> region, StaffMember me) {
        Summary mine = summary(reading, days);
        Summary then = summary(reading, before);
        Map<Measure, Placing> placings = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            placings.put(measure, Placing.of(measure, mine, measure.isNow() ? null : then, all, region));
        }
        Kept kept = reading.kept().get(days);
        return new Row(
                reading.dealership(),
                mine,
                kept == null ? null : kept.countedAt(),
                remarks(reading, kept, days, me),
                placings);
    }

    private Set<Remark> remarks(Reading reading, @Nullable Kept kept, Days days, StaffMember me) {
        Set<Remark> remarks = EnumSet.noneOf(Remark.class);
        Dealership dealership = reading.dealership();
        if (!dealership.zone().equals(dealerships.get(me.dealership()).zone())) {
            remarks.add(Remark.OTHER_ZONE);
        }
        if (kept == null) {
            remarks.add(Remark.COUNTING);
            return remarks;
        }
        Instant now = clock.instant();
        if (!reading.anew().contains(days) && !kept.isPresent(reading.newest(), now)) {
            remarks.add(Remark.AS_OF);
        }
        Summary summary = kept.summary();
        LocalDate first = summary.first();
        LocalDate last = summary.last();
        if (first == null || first.isAfter(days.until())) {
            remarks.add(Remark.NOT_YET_OPEN);
        } else if (first.isAfter(days.from())) {
            remarks.add(Remark.OPENED_MEANWHILE);
        }
        if (summary.consultants() == 0) {
            remarks.add(Remark.NOBODY_SELLS);
        }
        if (last != null && last.isBefore(dealership.dayOf(now).minusDays(DAYS_OF_SILENCE))) {
            remarks.add(Remark.SILENT);
        }
        if (Measure.Section.TARGETS.measures().stream().allMatch(measure -> isWithoutTarget(summary, measure))) {
            remarks.add(Remark.WITHOUT_TARGETS);
        }
        return remarks;
    }

    private static boolean isWithoutTarget(Summary summary, Measure measure) {
        Fraction fraction = summary.of(measure);
        return fraction == null || fraction.bottom() == 0;
    }

    /** The same dealerships the best first by a measure; who cannot be judged comes last. */
    public static Comparison sorted(Comparison comparison, Measure by) {
        Comparator<BigDecimal> leading =
                by.better() == Measure.Better.LESS ? Comparator.naturalOrder() : Comparator.reverseOrder();
        Comparator<Row> best = (one, other) -> {
            BigDecimal mine = one.summary() == null ? null : one.summary().compared(by);
            BigDecimal theirs = other.summary() == null ? null : other.summary().compared(by);
            return mine == null || theirs == null
                    ? Boolean.compare(mine == null, theirs == null)
                    : leading.compare(mine, theirs);
        };
        List<Block> blocks = new ArrayList<>();
        for (Block block : comparison.blocks()) {
            blocks.add(
                    new Block(block.region(), block.rows().stream().sorted(best).toList(), block.sum()));
        }
        return new Comparison(
                comparison.question(),
                comparison.before(),
                comparison.today(),
                comparison.circle(),
                comparison.regions(),
                blocks,
                comparison.all());
    }
}
