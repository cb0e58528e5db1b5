package io.genjin.subscription;

import io.genjin.coaching.PlanBook;
import io.genjin.coaching.SuccessPlan;
import io.genjin.dealership.Dealerships;
import io.genjin.group.Comparison;
import io.genjin.group.DealershipComparison;
import io.genjin.group.Measure;
import io.genjin.group.Placing;
import io.genjin.group.Summary;
import io.genjin.quality.DataQuality;
import io.genjin.quality.Finding;
import io.genjin.ratio.Days;
import io.genjin.shared.Page;
import io.genjin.staff.StaffMember;
import io.genjin.subscription.Digest.Cell;
import io.genjin.subscription.Digest.Line;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is looked over rather than steered by, as letters: data quality, success plans, and the own dealership among its like. */
@Configuration(proxyBeanMethods = false)
class OverviewsByMail {

    private static final int PLANS_AT_ONCE = 100;

    @Bean
    static Subscribable qualityByMail(DataQuality quality, Dealerships dealerships) {
        return Subscribable.of("QUALITY", "quality.read", 29, (due, reader) -> {
            Days days =
                    ReportsByMail.months(dealerships.get(reader.dealership()).dayOf(due));
            DataQuality.Report report = quality.of(days.from(), days.until(), null, reader);
            List<Line> lines = Arrays.stream(Finding.values())
                    .filter(finding -> finding.limit() != null)
                    .map(finding -> line(finding, report.rows().get(0).of(finding)))
                    .toList();
            return new Digest(
                    days.from(),
                    days.until(),
                    List.of("digest.count", "digest.verdict"),
                    lines,
                    "/quality?from=" + days.from() + "&to=" + days.until());
        });
    }

    private static Line line(Finding finding, DataQuality.Value value) {
        BigDecimal number = value.number();
        Cell shown = number == null
                ? Cell.NOTHING
                : finding.isRatio() ? Cell.percent(number) : Cell.number(number.toPlainString());
        return Line.of(
                        "finding." + finding.name(),
                        shown,
                        Cell.word("light." + value.light().name()))
                .defined(finding.definitionId());
    }

    @Bean
    static Subscribable plansByMail(PlanBook plans, Dealerships dealerships) {
        return Subscribable.of("SUCCESS_PLANS", "coaching.plans", 58, (due, reader) -> {
            LocalDate day = dealerships.get(reader.dealership()).dayOf(due);
            List<Line> lines = new ArrayList<>();
            for (PlanBook.Filter filter : PlanBook.Filter.values()) {
                lines.add(Line.of("planFilter." + filter.name(), Cell.of(number(filter, plans, reader)))
                        .defined("R-120"));
            }
            return new Digest(day, day, List.of("digest.count"), lines, "/success-plans");
        });
    }

    private static int number(PlanBook.Filter filter, PlanBook plans, StaffMember reader) {
        int number = 0;
        String cursor = null;
        do {
            Page<SuccessPlan> page = plans.list(filter, null, PLANS_AT_ONCE, cursor, reader);
            number += page.items().size();
            cursor = page.next();
        } while (cursor != null);
        return number;
    }

    /** The own dealership beside all that the reader sees, and its rank among them; HQ, which has none of its own, all together. */
    @Bean
    static Subscribable comparisonByMail(DealershipComparison comparisons, Dealerships dealerships) {
        return Subscribable.of("COMPARISON", "compare.read", 90, (due, reader) -> {
            Days days =
                    ReportsByMail.months(dealerships.get(reader.dealership()).dayOf(due));
            Comparison comparison = comparisons.of(days.from(), days.until(), null, reader);
            Comparison.Row own = comparison.rows().stream()
                    .filter(row -> row.dealership().id().equals(reader.dealership()))
                    .findFirst()
                    .orElse(null);
            List<Line> lines = new ArrayList<>();
            if (own == null) {
                lines.add(Line.of("digest.counted", counted(comparison, row -> true)));
            }
            for (Measure measure : Measure.values()) {
                Cell all = cell(measure, comparison.all());
                String label = "compared." + measure.name();
                lines.add((own == null
                                ? Line.of(label, all)
                                : Line.of(label, cell(measure, own.summary()), all, rank(own.placing(measure))))
                        .defined(measure.id()));
            }
            return new Digest(
                    days.from(),
                    days.until(),
                    own == null ? List.of("compare.all") : List.of("digest.own", "compare.all", "digest.rank"),
                    lines,
                    "/dealerships/compare?from=" + days.from() + "&until=" + days.until());
        });
    }

    /** How fast leads from HQ are followed, of all dealerships that the reader sees, and in how many of them some wait or came late. */
    @Bean
    static Subscribable timelinessByMail(DealershipComparison comparisons, Dealerships dealerships) {
        return Subscribable.of("HQ_TIMELINESS", "compare.read", 91, (due, reader) -> {
            Days days =
                    ReportsByMail.months(dealerships.get(reader.dealership()).dayOf(due));
            Comparison comparison = comparisons.of(days.from(), days.until(), null, reader);
            List<Line> lines = new ArrayList<>();
            lines.add(Line.of("digest.counted", counted(comparison, row -> true)));
            for (Measure measure : Measure.Section.LEADS.measures()) {
                lines.add(Line.of("compared." + measure.name(), cell(measure, comparison.all()))
                        .defined(measure.id()));
            }
            lines.add(Line.of("digest.withLate", counted(comparison, row -> isSome(row, Measure.HQ_LATE)))
                    .defined("K01"));
            lines.add(Line.of("digest.withWaiting", counted(comparison, row -> isSome(row, Measure.HQ_WAITING)))
                    .defined("R-102"));
            return new Digest(
                    days.from(),
                    days.until(),
                    List.of("compare.all"),
                    lines,
                    "/dealerships/compare?from=" + days.from() + "&until=" + days.until());
        });
    }

    /** Of how many dealerships it is so, among all that the reader sees; of one whose numbers are still being counted it is not. */
    private static Cell counted(Comparison comparison, Predicate<Comparison.Row> so) {
        List<Comparison.Row> rows = comparison.rows();
        return Cell.of(
                rows.stream().filter(row -> row.summary() != null).filter(so).count(), rows.size());
    }

    private static boolean isSome(Comparison.Row row, Measure measure) {
        BigDecimal number = row.summary() == null ? null : row.summary().number(measure);
        return number != null && number.signum() > 0;
    }

    private static Cell cell(Measure measure, @Nullable Summary summary) {
        BigDecimal number = summary == null ? null : summary.number(measure);
        if (number == null) {
            return Cell.NOTHING;
        }
        return switch (measure.kind()) {
            case RATIO, SHARE_NOW, TARGET -> Cell.percent(number);
            case HOURS -> Cell.number(number.setScale(1, RoundingMode.HALF_UP).toPlainString());
            default -> Cell.number(number.toPlainString());
        };
    }

    private static Cell rank(Placing placing) {
        return placing.rank() == null ? Cell.NOTHING : Cell.of(Objects.requireNonNull(placing.rank()), placing.of());
    }
}
