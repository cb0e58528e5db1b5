package io.genjin.prospect.web;

import io.genjin.prospect.ProspectList;
import io.genjin.shared.Page;
import io.genjin.staff.StaffMember;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of prospects with its filter; {@code owners} is empty for readers who see only their own. */
public record ProspectListPage(
        ProspectList.Filter filter,
        String owner,
        Page<ProspectList.Row> rows,
        People people,
        List<StaffMember> owners,
        boolean continued) {

    /** Address of the next part with the same filter. */
    public String nextPath() {
        return "/prospects?cursor=" + encoded(rows.next()) + query();
    }

    /** Address of the list with the same filter but another answer to when something is due. */
    public String duePath(@Nullable String due) {
        return "/prospects?" + (due == null ? "" : "due=" + due) + withoutDue();
    }

    private String query() {
        return (filter.due() == null ? "" : "&due=" + filter.due()) + withoutDue();
    }

    private String withoutDue() {
        return part("q", filter.q())
                + part("grade", filter.grade())
                + part("status", filter.status())
                + part("owner", owner)
                + part("source", filter.source())
                + part("cardStatus", filter.cardStatus());
    }

    private static String part(String name, @Nullable Object value) {
        return value == null || value.toString().isEmpty() ? "" : "&" + name + "=" + encoded(value.toString());
    }

    private static String encoded(@Nullable String value) {
        return value == null ? "" : URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
