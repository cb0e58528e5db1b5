package io.genjin.group;

import io.genjin.dealership.Dealership;
import io.genjin.ratio.Days;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Dealerships side by side.
 *
 * @param before  the days that changes are measured against
 * @param today   the last day that can be asked for
 * @param circle  whose dealerships they are
 * @param regions all regions the reader sees, those not asked for among them
 * @param blocks  the regions asked for, each with its dealerships
 * @param all     all of them as one; nothing while none is counted
 */
public record Comparison(
        Question question,
        Days before,
        LocalDate today,
        Circle circle,
        List<String> regions,
        List<Block> blocks,
        @Nullable Summary all) {

    /** What has to be known of a dealership before its numbers are read; each is said in words. */
    public enum Remark {
        /** It is being counted; its numbers come with the next look. */
        COUNTING,
        /** It had nothing on file until after these days. */
        NOT_YET_OPEN,
        /** Its first customer came within these days. */
        OPENED_MEANWHILE,
        /** Nobody sells there now. */
        NOBODY_SELLS,
        /** Nothing was written about a customer for a week. */
        SILENT,
        /** Nobody set targets for the month. */
        WITHOUT_TARGETS,
        /** Its days begin and end at other moments than the reader's. */
        OTHER_ZONE,
        /** Counted a while ago; written about since. */
        AS_OF
    }

    /** A region. */
    public record Block(
            String region, List<Row> rows, @Nullable Summary sum) {}

    /**
     * One dealership.
     *
     * @param summary   nothing while it is being counted
     * @param countedAt of which moment its numbers are
     */
    public record Row(
            Dealership dealership,
            @Nullable Summary summary,
            @Nullable Instant countedAt,
            Set<Remark> remarks,
            Map<Measure, Placing> placings) {

        public Row {
            remarks = remarks.isEmpty() ? Set.of() : EnumSet.copyOf(remarks);
            placings = Map.copyOf(placings);
        }

        public Placing placing(Measure measure) {
            return Objects.requireNonNull(placings.get(measure));
        }

        public boolean is(Remark remark) {
            return remarks.contains(remark);
        }
    }

    public List<Row> rows() {
        return blocks.stream().flatMap(block -> block.rows().stream()).toList();
    }

    public long counting() {
        return rows().stream().filter(row -> row.is(Remark.COUNTING)).count();
    }
}
