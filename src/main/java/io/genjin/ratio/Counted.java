package io.genjin.ratio;

import io.genjin.prospect.Source;
import io.genjin.report.Figure;
import io.genjin.shared.Grade;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What one side of a ratio adds up. */
sealed interface Counted {

    /** Figures of the daily report: events, each as often as it happened. */
    record Figures(List<Figure> figures) implements Counted {}

    /**
     * Parts that {@link RatioRows} lists. A customer is never in two parts of one side.
     *
     * @param times whether each row counts; otherwise each customer counts once, however often they came (4.1 rule 1)
     */
    record Parts(List<String> parts, boolean times) implements Counted {}

    /** Rows that the module that owns the ratio hands over ({@link RatioSource}). */
    record Owned() implements Counted {}

    Owned OWNED = new Owned();

    /** New customers by source; together all of them. */
    String[] NEW = Arrays.stream(Source.values()).map(source -> "NEW_" + source).toArray(String[]::new);

    /** Prospects at the beginning, and new ones. */
    String[] ALL = Stream.concat(Stream.of("AT_BEGIN"), Arrays.stream(NEW)).toArray(String[]::new);

    String[] FOLLOWED =
            Arrays.stream(Grade.values()).map(grade -> "FOLLOWED_" + grade).toArray(String[]::new);

    String[] OVERDUE =
            Arrays.stream(Grade.values()).map(grade -> "OVERDUE_" + grade).toArray(String[]::new);

    static Counted figures(Figure... figures) {
        return new Figures(List.of(figures));
    }

    static Counted customers(String... parts) {
        return new Parts(List.of(parts), false);
    }

    static Counted times(String... parts) {
        return new Parts(List.of(parts), true);
    }

    /** The parts of the journal that are read for it. */
    default Set<String> read() {
        return this instanceof Parts parts ? Set.copyOf(parts.parts()) : Set.of();
    }
}
