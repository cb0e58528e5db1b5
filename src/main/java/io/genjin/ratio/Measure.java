package io.genjin.ratio;

import io.genjin.report.Figure;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something that is compared with its past: one of the five targets, or a ratio. */
public record Measure(@Nullable Figure figure, @Nullable Ratio ratio) {

    static final List<Figure> FIVE = List.of(
            Figure.TOTAL_CONTACTS,
            Figure.MARKET_DEVELOPMENT,
            Figure.RETURN_VISITS,
            Figure.TEST_DRIVES,
            Figure.DELIVERIES);

    public Measure {
        if ((figure == null) == (ratio == null)) {
            throw new IllegalArgumentException("a figure or a ratio");
        }
    }

    /** The five, then every ratio that days gone by can tell. */
    static List<Measure> all() {
        return Stream.concat(
                        FIVE.stream().map(figure -> new Measure(figure, null)),
                        Arrays.stream(Ratio.values())
                                .filter(ratio -> !ratio.isOfTodayOnly())
                                .map(ratio -> new Measure(null, ratio)))
                .toList();
    }

    /** The five, or the ratios of a group that days gone by can tell. */
    public static List<Measure> of(Ratio.@Nullable Group group) {
        return all().stream()
                .filter(one -> one.ratio() == null ? group == null : one.ratio().group() == group)
                .toList();
    }

    public String code() {
        return figure == null ? String.valueOf(ratio) : figure.name();
    }

    /** Where its definition comes from. */
    public String id() {
        return ratio == null ? "R-118" : ratio.id();
    }

    /** Whether less of it is better: what is lost, late, turned down or given back. */
    public boolean lessIsBetter() {
        return ratio != null && (List.of("K07", "K18", "K20", "K22").contains(ratio.id()));
    }

    /** Whether neither more nor less of it is better by itself. */
    public boolean saysNothing() {
        return ratio != null && (ratio.id().equals("K26") || ratio.id().equals("K19"));
    }
}
