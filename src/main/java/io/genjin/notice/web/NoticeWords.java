package io.genjin.notice.web;

import io.genjin.notice.Notices.Notice;
import io.genjin.prospect.web.JournalWords;
import io.genjin.shared.web.Screen;
import java.util.Set;

/**
 * The sentence of a notice. What people wrote about a customer is withheld from a reader who may not see the customer any
 * more (S-R22); that they lost or missed one is said anyway.
 */
public final class NoticeWords {

    private static final Set<String> SAID_ANYWAY =
            Set.of("TRANSFERRED", "LEAD_ALLOCATED", "LEAD_RECEIVED", "FIRST_FOLLOW_UP_MISSED");

    private final JournalWords words;
    private final Screen s;

    NoticeWords(JournalWords words, Screen s) {
        this.words = words;
        this.s = s;
    }

    public String sentence(Notice notice) {
        boolean said =
                notice.customer() != null || SAID_ANYWAY.contains(notice.entry().kind());
        return said ? words.sentence(notice.entry()) : s.t("notices.hidden");
    }

    public boolean isBad(Notice notice) {
        return words.isBad(notice.entry());
    }
}
