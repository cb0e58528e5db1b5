package io.genjin.group.web;

import io.genjin.dealership.Dealership;
import io.genjin.group.Measure;
import io.genjin.group.OpenedRows;
import io.genjin.group.Unlock;
import io.genjin.group.UnlockDesk;
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
 */
public record OpenedPage(
        Dealership dealership,
        Measure measure,
        Side side,
        Days asked,
        Days days,
        Page<OpenedRows.Row> rows,
        @Nullable Unlock unlock,
        Fields form) {

    public String backPath() {
        return UriComponentsBuilder.fromPath("/dealerships/compare")
                .queryParam("figures", measure.section().name())
                .queryParam("from", asked.from())
                .queryParam("until", asked.until())
                .build()
                .toUriString();
    }

    public String nextPath() {
        return UriComponentsBuilder.fromUriString(ComparePage.path(dealership, measure, side, asked))
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
