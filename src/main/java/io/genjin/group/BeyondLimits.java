package io.genjin.group;

import io.genjin.dealership.Dealership;
import io.genjin.quality.DataQuality;
import io.genjin.quality.Finding;
import io.genjin.quality.Light;
import io.genjin.ratio.Days;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens how many numbers of data quality are beyond their limits (4.8) to which ones they are, and each to the counts that it is made
 * of. Whoever calls has entered the dealership.
 */
@Component
public class BeyondLimits {

    /** A count behind a number. */
    public record Part(Finding count, long rows) {}

    /** A number beyond its limit, with the counts that open its rows. */
    public record Beyond(Finding finding, BigDecimal number, List<Part> parts) {}

    private final DataQuality quality;
    private final Clock clock;

    BeyondLimits(DataQuality quality, Clock clock) {
        this.quality = quality;
        this.clock = clock;
    }

    /**
     * In the order of the dealership's own page.
     *
     * @throws io.genjin.shared.FieldsRefused naming {@code from} when the days are more than data quality looks at
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Beyond> of(Days asked, Dealership dealership) {
        Days days = OpenedRows.untilToday(asked, dealership.today(clock));
        DataQuality.Row all = quality.of(days.from(), days.until(), null, Guest.at(dealership))
                .rows()
                .get(0);
        return Arrays.stream(Finding.values())
                .filter(finding -> all.of(finding).light() == Light.BAD)
                .map(finding -> new Beyond(
                        finding,
                        Objects.requireNonNull(all.of(finding).number()),
                        finding.counts().stream()
                                .map(count -> new Part(count, rows(all, count)))
                                .toList()))
                .toList();
    }

    private static long rows(DataQuality.Row all, Finding count) {
        BigDecimal number = all.of(count).number();
        return number == null ? 0 : number.longValue();
    }
}
