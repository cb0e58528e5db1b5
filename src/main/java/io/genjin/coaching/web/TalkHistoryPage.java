package io.genjin.coaching.web;

import io.genjin.coaching.OneToOne;
import io.genjin.prospect.web.People;
import io.genjin.shared.Page;

/** All one-to-ones, the latest first; {@code consultant} is the sign-in name that is asked for, empty for all. */
public record TalkHistoryPage(Page<OneToOne> talks, String consultant, String name, People people) {

    public String nextPath() {
        return "/one-to-ones/history?" + (consultant.isEmpty() ? "" : "consultant=" + consultant + "&") + "cursor="
                + talks.next();
    }
}
