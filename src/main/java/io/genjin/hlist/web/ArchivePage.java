package io.genjin.hlist.web;

import io.genjin.hlist.HListArchive.ClosedWeek;
import io.genjin.hlist.ListWeek;
import io.genjin.hlist.WeekResult;
import io.genjin.prospect.web.People;
import io.genjin.shared.Page;
import io.genjin.staff.StaffId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Closed weeks, newest first, each number leading to the rows it counts. */
public record ArchivePage(Page<ClosedWeek> weeks, Map<StaffId, String> usernames, People people) {

    public String entriesPath(ListWeek week, @Nullable StaffId consultant, @Nullable WeekResult result) {
        UriComponentsBuilder path =
                UriComponentsBuilder.fromPath("/h-list/entries").queryParam("week", week);
        if (consultant != null) {
            path.queryParam("consultant", usernames.getOrDefault(consultant, ""));
        }
        if (result != null) {
            path.queryParam("result", result);
        }
        return path.encode().build().toUriString();
    }
}
