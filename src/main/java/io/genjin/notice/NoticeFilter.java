package io.genjin.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of their notices a reader wants to see: all or the unread ones, of all groups or of one. */
public record NoticeFilter(boolean unreadOnly, @Nullable NoticeGroup group) {

    public static final NoticeFilter ALL = new NoticeFilter(false, null);

    List<NoticeGroup> groups() {
        return group == null ? List.of(NoticeGroup.values()) : List.of(group);
    }
}
