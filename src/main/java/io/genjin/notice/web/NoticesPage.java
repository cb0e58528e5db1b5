package io.genjin.notice.web;

import io.genjin.journal.JournalEntry;
import io.genjin.notice.NoticeFilter;
import io.genjin.notice.NoticeGroup;
import io.genjin.notice.Notices.Notice;
import io.genjin.prospect.web.People;
import io.genjin.shared.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a person is told, newest first.
 *
 * @param unread how many they have not read, whatever is shown here
 * @param begins whether it is the first page, with the newest
 */
public record NoticesPage(
        NoticeFilter filter, Page<Notice> notices, NoticeWords words, People people, int unread, boolean begins) {

    /** When the newest one shown was written down, if any is unread: reading all from here covers what came until then. */
    public @Nullable Instant newest() {
        return begins && notices.items().stream().anyMatch(Notice::unread)
                ? notices.items().get(0).entry().recordedAt()
                : null;
    }

    public String unreadText() {
        return new NoticeCount(unread).text();
    }

    public String nextPath() {
        return path(filter, notices.next());
    }

    /** The same group with all notices, or with the unread ones. */
    public String path(boolean unreadOnly) {
        return path(new NoticeFilter(unreadOnly, filter.group()), null);
    }

    /** The same read state in another group, or in all. */
    public String path(@Nullable NoticeGroup group) {
        return path(new NoticeFilter(filter.unreadOnly(), group), null);
    }

    public String openingPath(Notice notice) {
        return path("/notices/" + notice.entry().id() + "/opening", filter, null);
    }

    /** Where a notice leads that is about no customer: to what it is about, where that has a page; nothing for the others. */
    public static @Nullable String placeOf(Notice notice) {
        JournalEntry entry = notice.entry();
        if (NoticeGroup.of(entry.kind()) == NoticeGroup.WEEK) {
            return "/weekly-review?week=" + entry.detail("week");
        }
        if (entry.kind().startsWith("EXPORT_")) {
            return "/exports";
        }
        if (entry.kind().equals("AUDIT_BROKEN")) {
            return "/audit";
        }
        if (NoticeGroup.of(entry.kind()) != NoticeGroup.COACHING) {
            return null;
        }
        String plan = entry.detail("plan");
        return plan.isEmpty() ? "/one-to-ones/" + entry.detail("talk") : "/success-plans/" + plan;
    }

    static String path(NoticeFilter filter, @Nullable String cursor) {
        return path("/notices", filter, cursor);
    }

    private static String path(String path, NoticeFilter filter, @Nullable String cursor) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        if (filter.unreadOnly()) {
            address.queryParam("unread", true);
        }
        if (filter.group() != null) {
            address.queryParam("group", filter.group());
        }
        if (cursor != null) {
            address.queryParam("cursor", cursor);
        }
        return address.encode().build().toUriString();
    }
}
