package io.genjin.group.web;

import io.genjin.dealership.Dealership;
import io.genjin.group.Measure;
import io.genjin.group.OpenedRows;
import io.genjin.group.Unlock;
import io.genjin.group.UnlockDesk;
import io.genjin.quality.Finding;
import io.genjin.ratio.Days;
import io.genjin.ratio.Side;
import io.genjin.shared.Page;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screen;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The rows behind one number of one dealership.
 *
 * @param asked  the days of the comparison one comes from
 * @param days   the days the rows are of; of what stands now the dealership's today
 * @param unlock nothing while names are hidden
 * @param finding the number of data quality that is opened; nothing when it is a measure itself
 */
public record OpenedPage(
        Dealership dealership,
        Measure measure,
        Side side,
        Days asked,
        Days days,
        Page<OpenedRows.Row> rows,
        @Nullable Unlock unlock,
        Fields form,
        @Nullable Finding finding) {

    public String backPath() {
        if (finding != null) {
            return FindingsPage.path(dealership, asked);
        }
        return UriComponentsBuilder.fromPath("/dealerships/compare")
                .queryParam("figures", measure.section().name())
                .queryParam("from", asked.from())
                .queryParam("until", asked.until())
                .build()
                .toUriString();
    }

    public String nextPath() {
        String here = finding == null
                ? ComparePage.path(dealership, measure, side, asked)
                : FindingsPage.rowsPath(dealership, finding, asked);
        return UriComponentsBuilder.fromUriString(here)
                .queryParam("cursor", rows.next())
                .build()
                .toUriString();
    }

    public Map<String, String> minutes(Screen s) {
        Map<String, String> options = new LinkedHashMap<>();
        UnlockDesk.MINUTES.forEach(
                minutes -> options.put(String.valueOf(minutes), s.t("unlock.minutes.value", minutes)));
        return options;
    }

    public String unlockPath() {
        return "/dealerships/" + dealership.code() + "/unlocks";
    }

    public String endPath() {
        return "/dealerships/" + dealership.code() + "/unlock-end";
    }
}
