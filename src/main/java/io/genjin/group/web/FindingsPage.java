package io.genjin.group.web;

import io.genjin.dealership.Dealership;
import io.genjin.group.BeyondLimits.Beyond;
import io.genjin.group.BeyondLimits.Part;
import io.genjin.group.Measure;
import io.genjin.quality.Finding;
import io.genjin.ratio.Days;
import io.genjin.shared.Percent;
import java.util.List;
import org.springframework.web.util.UriComponentsBuilder;

/** Which numbers of data quality are beyond their limits at one dealership. */
public record FindingsPage(Dealership dealership, Days days, List<Beyond> beyond) {

    static String path(Dealership dealership, Days days) {
        return UriComponentsBuilder.fromPath("/dealerships/{code}/findings")
                .queryParam("from", days.from())
                .queryParam("until", days.until())
                .buildAndExpand(dealership.code())
                .toUriString();
    }

    static String rowsPath(Dealership dealership, Finding finding, Days days) {
        return UriComponentsBuilder.fromPath("/dealerships/{code}/findings/rows")
                .queryParam("finding", finding.name())
                .queryParam("from", days.from())
                .queryParam("until", days.until())
                .buildAndExpand(dealership.code())
                .toUriString();
    }

    public String rowsPath(Part part) {
        return rowsPath(dealership, part.count(), days);
    }

    public String number(Beyond one) {
        return one.finding().isRatio() ? Percent.of(one.number()) : one.number().toPlainString();
    }

    public String backPath() {
        return UriComponentsBuilder.fromPath("/dealerships/compare")
                .queryParam("figures", Measure.QUALITY.section().name())
                .queryParam("from", days.from())
                .queryParam("until", days.until())
                .build()
                .toUriString();
    }
}
