package io.genjin.ratio.web;

import io.genjin.ratio.Days;
import io.genjin.ratio.Ratio;
import io.genjin.ratio.Side;
import io.genjin.staff.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Addresses of this room. */
final class Paths {

    private Paths() {}

    static String ratios(Days days, @Nullable StaffMember consultant) {
        return dated("/reports/ratios", days, consultant);
    }

    static String file(Days days, @Nullable StaffMember consultant) {
        return dated("/reports/ratios.xlsx", days, consultant);
    }

    static String rows(Ratio ratio, Side side, Days days, @Nullable StaffMember consultant) {
        UriComponentsBuilder path = UriComponentsBuilder.fromPath("/reports/ratios/rows")
                .queryParam("ratio", ratio.name())
                .queryParam("side", side.name())
                .queryParam("from", days.from())
                .queryParam("until", days.until());
        return whose(path, consultant);
    }

    /** The rows of whole months, each month's own: what was added up month by month. */
    static String monthly(Ratio ratio, Side side, Days months, @Nullable StaffMember consultant) {
        return rows(ratio, side, months, consultant) + "&monthly=true";
    }

    /** The rows of a figure of the daily report. */
    static String figure(String figure, Days days, @Nullable StaffMember consultant) {
        UriComponentsBuilder path = UriComponentsBuilder.fromPath("/reports/rows")
                .queryParam("figure", figure)
                .queryParam("from", days.from())
                .queryParam("until", days.until());
        return whose(path, consultant);
    }

    private static String dated(String address, Days days, @Nullable StaffMember consultant) {
        UriComponentsBuilder path = UriComponentsBuilder.fromPath(address)
                .queryParam("from", days.from())
                .queryParam("until", days.until());
        return whose(path, consultant);
    }

    static String whose(UriComponentsBuilder path, @Nullable StaffMember consultant) {
        return consultant == null
                ? path.build().toUriString()
                : path.queryParam("consultant", consultant.username())
                        .encode()
                        .build()
                        .toUriString();
    }
}
