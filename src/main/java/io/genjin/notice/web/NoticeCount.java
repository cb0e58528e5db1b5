package io.genjin.notice.web;

import io.genjin.notice.Notices;

/** How many notices wait behind the bell. */
public record NoticeCount(int unread) {

    /** {@code 7}, or {@code 99+} when there are more than anybody counts. */
    public String text() {
        return unread >= Notices.MOST_COUNTED ? Notices.MOST_COUNTED - 1 + "+" : String.valueOf(unread);
    }
}
