package io.genjin.hlist.web;

import io.genjin.hlist.HListArchive.Row;
import io.genjin.hlist.HListEntry;
import io.genjin.hlist.ListWeek;
import io.genjin.hlist.Verdict;
import io.genjin.hlist.WeekResult;
import io.genjin.journal.JournalEntry;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectLabels;
import io.genjin.prospect.web.JournalWords;
import io.genjin.prospect.web.People;
import io.genjin.shared.Page;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The closed entries behind a number.
 *
 * @param consultant sign-in name of the one asked for; empty for all
 * @param decided    the journal entries that made the results
 */
public record EntriesPage(
        @Nullable ListWeek week,
        String consultant,
        String consultantName,
        @Nullable WeekResult result,
        Page<Row> rows,
        Map<UUID, ProspectLabels.Label> customers,
        Map<UUID, JournalEntry> decided,
        JournalWords words,
        People people) {

    public ProspectLabels.@Nullable Label customer(ProspectId id) {
        return customers.get(id.value());
    }

    public static Verdict verdict(HListEntry entry) {
        return Objects.requireNonNull(entry.verdict());
    }

    /** The sentence of what made the result; nothing when nothing did, or when the reader may not see the customer. */
    public String because(HListEntry entry) {
        UUID by = verdict(entry).entry();
        JournalEntry told = by == null ? null : decided.get(by);
        return told == null || customer(entry.prospect()) == null ? "" : words.sentence(told);
    }

    public String nextPath() {
        UriComponentsBuilder path = UriComponentsBuilder.fromPath("/h-list/entries");
        if (week != null) {
            path.queryParam("week", week);
        }
        if (!consultant.isEmpty()) {
            path.queryParam("consultant", consultant);
        }
        if (result != null) {
            path.queryParam("result", result);
        }
        return path.queryParam("cursor", rows.next()).encode().build().toUriString();
    }
}
