package io.genjin.group.web;

import io.genjin.dealership.Dealership;
import io.genjin.group.Comparison;
import io.genjin.group.Comparison.Block;
import io.genjin.group.Comparison.Remark;
import io.genjin.group.Comparison.Row;
import io.genjin.group.DealershipComparison;
import io.genjin.group.Measure;
import io.genjin.group.Measure.Kind;
import io.genjin.group.Measure.Section;
import io.genjin.group.Summary;
import io.genjin.ratio.Days;
import io.genjin.ratio.Fraction;
import io.genjin.ratio.Side;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.chart.BarChart;
import io.genjin.shared.web.chart.LineChart;
import io.genjin.shared.web.chart.SmallMultiples;
import io.genjin.shared.web.chart.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Dealerships side by side on screen: a table of one section's measures, or pictures of one measure.
 *
 * @param sort    the measure they are sorted by; nothing for their usual order
 * @param picture the measure that is drawn; nothing for the table
 * @param past    its last half year, when it is drawn
 */
public record ComparePage(
        Comparison comparison,
        Section section,
        @Nullable Measure sort,
        @Nullable Measure picture,
        DealershipComparison.@Nullable Past past) {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy-MM");
    private static final DateTimeFormatter BRIEF = DateTimeFormatter.ofPattern("M");
    private static final int DIGITS = 4;

    public Days days() {
        return comparison.question().days();
    }

    public boolean isAlone() {
        return comparison.circle().dealerships().size() < 2;
    }

    /** The number as the table shows it. */
    public Value value(Measure measure, @Nullable Summary summary, Screen s) {
        return Words.value(measure, summary, s);
    }

    /** How many customers a dealership has open now. */
    public String size(Row row) {
        Summary summary = row.summary();
        Fraction base = summary == null ? null : summary.of(Measure.BASE);
        return base == null ? Value.NOTHING : String.valueOf(base.top());
    }

    /** What has to be known before these numbers are read; missing targets only beside targets. */
    public List<Remark> remarks(Row row) {
        return row.remarks().stream()
                .filter(remark -> remark != Remark.WITHOUT_TARGETS || section == Section.TARGETS)
                .sorted()
                .toList();
    }

    /** The rows behind one side; nothing for a number without rows. */
    public @Nullable String rows(Row row, Measure measure, Side side) {
        Summary summary = row.summary();
        if (summary == null) {
            return null;
        }
        Fraction fraction = summary.of(measure);
        if (measure.kind() == Kind.FINDINGS) {
            return fraction == null || fraction.top() == 0 ? null : FindingsPage.path(row.dealership(), days());
        }
        long counted = measure.kind() == Kind.HOURS ? summary.contacts() : fraction == null ? 0 : fraction.of(side);
        return counted == 0 ? null : path(row.dealership(), measure, side, days());
    }

    static String path(Dealership dealership, Measure measure, Side side, Days days) {
        return UriComponentsBuilder.fromPath("/dealerships/{code}/rows")
                .queryParam("measure", measure.name())
                .queryParam("side", side.name())
                .queryParam("from", days.from())
                .queryParam("until", days.until())
                .buildAndExpand(dealership.code())
                .toUriString();
    }

    /** Both sides of a ratio stand below it; of a target what was reached of what was set. */
    public boolean showsSides(Measure measure, @Nullable Fraction fraction) {
        return fraction != null && (measure.isOfTwoSides() || measure.kind() == Kind.TARGET);
    }

    private UriComponentsBuilder here() {
        return here("/dealerships/compare", days());
    }

    private UriComponentsBuilder here(String address, Days days) {
        UriComponentsBuilder path = UriComponentsBuilder.fromPath(address)
                .queryParam("from", days.from())
                .queryParam("until", days.until());
        return comparison.question().region().isEmpty()
                ? path
                : path.queryParam("region", comparison.question().region());
    }

    private static String text(UriComponentsBuilder path) {
        return path.encode().build().toUriString();
    }

    public String sectionPath(Section other) {
        return text(here().queryParam("figures", other.name()));
    }

    /** Sorted by a measure; once more in the usual order. */
    public String sortPath(Measure measure) {
        UriComponentsBuilder path = here().queryParam("figures", section.name());
        return text(measure == sort ? path : path.queryParam("sort", measure.name()));
    }

    public String picturePath(Measure measure) {
        return text(here().queryParam("figures", section.name()).queryParam("picture", measure.name()));
    }

    public String tablePath() {
        return text(here().queryParam("figures", section.name()));
    }

    public String filePath() {
        return text(here("/dealerships/compare.xlsx", days()));
    }

    /** This month until today, or a whole month before it. */
    public String monthPath(int back) {
        LocalDate first = comparison.today().withDayOfMonth(1).minusMonths(back);
        Days days = back == 0 ? new Days(first, comparison.today()) : Days.of(YearMonth.from(first));
        UriComponentsBuilder path = here("/dealerships/compare", days).queryParam("figures", section.name());
        return text(picture == null ? path : path.queryParam("picture", picture.name()));
    }

    /** How high everybody stands, region by region. */
    public BarChart bars(Screen s) {
        Measure drawn = Objects.requireNonNull(picture);
        List<BarChart.Bars> bars = new ArrayList<>();
        for (Row row : comparison.rows()) {
            bars.add(new BarChart.Bars(
                    row.dealership().name(),
                    List.of(value(drawn, row.summary(), s).opening(rows(row, drawn, Side.top)))));
        }
        return new BarChart(
                s.t("compare.now", s.code("compared", drawn)),
                s.code("comparedDefinition", drawn),
                s.t("compare.dealership"),
                List.of(s.code("compared", drawn)),
                bars);
    }

    /** The last half year of each, and the middle of its region as a dashed line. */
    public @Nullable SmallMultiples multiples(Screen s) {
        Measure drawn = Objects.requireNonNull(picture);
        if (past == null || drawn.isNow()) {
            return null;
        }
        List<SmallMultiples.Panel> panels = new ArrayList<>();
        for (Block block : comparison.blocks()) {
            Value median = median(block, drawn, s);
            for (Row row : block.rows()) {
                List<@Nullable Summary> line =
                        past.summaries().getOrDefault(row.dealership().id(), List.of());
                List<Value> values = new ArrayList<>();
                line.forEach(summary -> values.add(value(drawn, summary, s)));
                String rank = Words.rank(row.placing(drawn), s);
                panels.add(new SmallMultiples.Panel(
                        row.dealership().name(),
                        null,
                        value(drawn, row.summary(), s).opening(rows(row, drawn, Side.top)),
                        rank.isEmpty()
                                ? List.of()
                                : List.of(new SmallMultiples.Remark(rank, io.genjin.shared.web.chart.Tone.PLAIN)),
                        values,
                        median));
            }
        }
        return new SmallMultiples(
                s.t("compare.past", s.code("compared", drawn)),
                s.t("compare.past.note"),
                s.t("compare.dealership"),
                past.months().stream()
                        .map(month -> new LineChart.Point(
                                s.t("compare.month", month.from().format(BRIEF)),
                                month.from().format(MONTH)))
                        .toList(),
                s.t("compare.median"),
                panels);
    }

    /** The middle of what the panels show; of an even number the mean of the two in the middle. */
    private Value median(Block block, Measure drawn, Screen s) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (Row row : block.rows()) {
            BigDecimal number = value(drawn, row.summary(), s).number();
            if (number != null) {
                numbers.add(number);
            }
        }
        if (numbers.size() < 2) {
            return Value.missing();
        }
        numbers.sort(Comparator.naturalOrder());
        int middle = numbers.size() / 2;
        BigDecimal median = numbers.size() % 2 == 1
                ? numbers.get(middle)
                : numbers.get(middle - 1)
                        .add(numbers.get(middle))
                        .divide(BigDecimal.valueOf(2), DIGITS, RoundingMode.HALF_UP);
        return switch (drawn.kind()) {
            case RATIO, SHARE_NOW, TARGET -> Value.percent(median);
            default -> Value.of(median);
        };
    }
}
