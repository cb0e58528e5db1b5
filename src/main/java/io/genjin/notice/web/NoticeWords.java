package io.genjin.notice.web;

import io.genjin.journal.JournalEntry;
import io.genjin.notice.NoticeGroup;
import io.genjin.notice.Notices.Notice;
import io.genjin.prospect.web.JournalWords;
import io.genjin.shared.web.Screen;
import java.util.Set;

/**
 * The sentence of a notice. What people wrote about a customer is withheld from a reader who may not see the customer any
 * more (S-R22); that they lost or missed one is said anyway.
 */
public final class NoticeWords {

    private static final Set<String> SAID_ANYWAY = Set.of(
            "TRANSFERRED",
            "HANDED_OVER",
            "RELEASED",
            "CLAIMED",
            "COLLISION_DECIDED",
            "LEAD_ALLOCATED",
            "LEAD_RECEIVED",
            "LEAD_TAKEN_BACK",
            "FIRST_FOLLOW_UP_MISSED",
            "HQ_LEAD_WARNED",
            "ESCALATED");

    private final JournalWords words;
    private final Screen s;

    NoticeWords(JournalWords words, Screen s) {
        this.words = words;
        this.s = s;
    }

    public String sentence(Notice notice) {
        JournalEntry entry = notice.entry();
        NoticeGroup group = NoticeGroup.of(entry.kind());
        if (notice.customer() == null && entry.prospect() != null && !SAID_ANYWAY.contains(entry.kind())) {
            return s.t(entry.kind().equals("DEFEAT_SENT_TO_VERIFY") ? "notices.verify" : "notices.hidden");
        }
        boolean worded = !s.tOr("journal." + entry.kind(), "").isEmpty();
        return worded ? words.sentence(entry) : s.code("notices.about", group);
    }

    public boolean isBad(Notice notice) {
        return words.isBad(notice.entry());
    }
}
