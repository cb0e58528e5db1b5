package io.genjin.hlist.web;

import io.genjin.hlist.Candidate;
import io.genjin.hlist.EntryContent;
import io.genjin.hlist.HListEntry;
import io.genjin.hlist.ListWeek;
import io.genjin.shared.web.Fields;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one form that is open in an analysis: a customer to be listed, changed or taken off, or why nobody is likely. When a
 * colleague saved first it shows where the two differ and keeps what was typed (S-R53).
 *
 * @param about   whom it concerns: a prospect to list, or an entry
 * @param version of the entry that the next save replaces
 */
public record Sheet(Kind kind, @Nullable String about, Fields form, int version, List<Difference> differences) {

    /** What the form does. */
    public enum Kind {
        NONE,
        ADD,
        CHANGE,
        REMOVE,
        NOBODY
    }

    /** One field that both changed: what stood there, what the reader typed, what the colleague saved. */
    public record Difference(String field, String original, String mine, String theirs) {}

    private static final String ORIGINAL = "original.";

    /** Names of the fields that are agreed on. */
    public static final List<String> NAMES =
            List.of("likelyReason", "obstacle", "action", "responsible", "expectedDate");

    static final Sheet NONE = new Sheet(Kind.NONE, null, Fields.empty(), 0, List.of());

    public boolean is(Kind wanted) {
        return kind == wanted;
    }

    public boolean isAbout(Kind wanted, Object id) {
        return kind == wanted && id.toString().equals(about);
    }

    static Sheet adding(Candidate candidate, String responsible, ListWeek week, LocalDate today) {
        LocalDate next = candidate.outlook().nextDate();
        LocalDate expected = candidate.outlook().expectedDate();
        LocalDate day = expected != null && week.contains(expected) && !expected.isBefore(today)
                ? expected
                : week.contains(next) && !next.isBefore(today) ? next : week.sunday();
        return new Sheet(
                Kind.ADD,
                candidate.outlook().prospect().toString(),
                Fields.empty().put("responsible", responsible).put("expectedDate", day),
                0,
                List.of());
    }

    static Sheet changing(HListEntry entry, Function<EntryContent, Map<String, String>> written) {
        Map<String, String> stored = written.apply(entry.content());
        Fields form = Fields.empty();
        stored.forEach((name, value) -> form.put(name, value).put(ORIGINAL + name, value));
        return new Sheet(Kind.CHANGE, entry.id().toString(), form, entry.version(), List.of());
    }

    static Sheet removing(HListEntry entry, Fields form) {
        return new Sheet(Kind.REMOVE, entry.id().toString(), form, entry.version(), List.of());
    }

    /** The form that came too late, against the entry as the colleague left it; fields left alone follow the colleague. */
    static Sheet conflicting(HListEntry theirs, Fields mine, Function<EntryContent, Map<String, String>> written) {
        Map<String, String> now = written.apply(theirs.content());
        List<Difference> differences = new ArrayList<>();
        for (String name : NAMES) {
            String was = mine.value(ORIGINAL + name).strip();
            String wanted = mine.value(name).strip();
            String is = now.getOrDefault(name, "");
            if (was.equals(wanted)) {
                mine.put(name, is);
            } else if (!is.equals(was) && !is.equals(wanted)) {
                differences.add(new Difference(name, was, wanted, is));
            }
            mine.put(ORIGINAL + name, is);
        }
        return new Sheet(Kind.CHANGE, theirs.id().toString(), mine, theirs.version(), differences);
    }

    /** The stored value beside which a field is edited. */
    public String original(String name) {
        return form.value(ORIGINAL + name);
    }
}
