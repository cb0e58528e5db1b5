package io.genjin.quality.web;

import io.genjin.journal.Journal;
import io.genjin.journal.JournalEntry;
import io.genjin.prospect.ProspectLabels;
import io.genjin.prospect.web.JournalWords;
import io.genjin.prospect.web.People;
import io.genjin.quality.DataQuality;
import io.genjin.quality.DataQuality.Question;
import io.genjin.quality.Finding;
import io.genjin.quality.Mark;
import io.genjin.shared.Page;
import io.genjin.shared.web.Screen;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Puts the rows behind a number into words: which customer, who, what was written, and why it is marked. */
@Component
public class MarkLines {

    private final DataQuality quality;
    private final Journal journal;
    private final ProspectLabels labels;
    private final StaffDirectory staff;

    MarkLines(DataQuality quality, Journal journal, ProspectLabels labels, StaffDirectory staff) {
        this.quality = quality;
        this.journal = journal;
        this.labels = labels;
        this.staff = staff;
    }

    /**
     * One row in words.
     *
     * @param customer nothing when it is about none, or when the reader may not see the prospect any more; then what was
     *                 written is withheld too (S-R22)
     * @param person   for whom it is counted
     * @param what     what was written down
     * @param why      why it is marked
     * @param path     what the row itself opens: the contacts of a stretch
     */
    public record Line(
            Mark mark,
            ProspectLabels.@Nullable Label customer,
            @Nullable StaffMember person,
            @Nullable StaffMember actor,
            @Nullable String kind,
            String what,
            String why,
            @Nullable String path) {}

    Page<Line> read(Question question, int limit, @Nullable String cursor, StaffMember me, Screen s) {
        Page<Mark> marks = quality.members(question, limit, cursor, me);
        Map<UUID, JournalEntry> entries = journal
                .find(
                        me.dealership(),
                        marks.items().stream()
                                .map(Mark::entry)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList())
                .stream()
                .collect(Collectors.toMap(JournalEntry::id, Function.identity()));
        Map<UUID, ProspectLabels.Label> customers = labels.of(
                marks.items().stream()
                        .map(Mark::prospect)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                me);
        JournalWords words = new JournalWords(s, new People(staff, me.dealership()));
        return marks.map(mark -> {
            JournalEntry entry = mark.entry() == null ? null : entries.get(mark.entry());
            ProspectLabels.Label customer = mark.prospect() == null ? null : customers.get(mark.prospect());
            boolean readable = mark.prospect() == null || customer != null;
            return new Line(
                    mark,
                    customer,
                    person(mark.person(), me),
                    entry == null || entry.actor() == null ? null : person(new StaffId(entry.actor()), me),
                    entry == null ? null : entry.kind(),
                    readable ? entry == null ? "" : words.sentence(entry) : s.t("members.hidden"),
                    why(mark, readable, s),
                    path(question, mark));
        });
    }

    private @Nullable StaffMember person(@Nullable StaffId id, StaffMember me) {
        return id == null ? null : staff.find(me.dealership(), id).orElse(null);
    }

    private static String why(Mark mark, boolean readable, Screen s) {
        String note = mark.note();
        if (note == null || !readable) {
            return "";
        }
        Object[] said = mark.details().entrySet().stream()
                .map(entry -> entry.getKey().equals("reason") && mark.details().containsKey("way")
                        ? reason(String.valueOf(mark.details().get("way")), String.valueOf(entry.getValue()), s)
                        : entry.getValue())
                .map(value -> value instanceof Instant || value instanceof LocalDate || value instanceof Number
                        ? value
                        : String.valueOf(value))
                .toArray();
        return s.t("markNote." + note, said);
    }

    /** Words as they are, codes as they are said. */
    private static String reason(String way, String reason, Screen s) {
        return switch (way) {
            case "CONTACT" -> s.tOr("nextReason." + reason, reason);
            case "RULE" -> s.tOr("dateCause." + reason, s.tOr("dateCause.OTHER", reason));
            default -> reason;
        };
    }

    private static @Nullable String path(Question question, Mark mark) {
        if (question.finding() != Finding.BURSTS) {
            return null;
        }
        UriComponentsBuilder path = UriComponentsBuilder.fromPath("/quality/members")
                .queryParam("finding", Finding.BURST_CONTACTS.name())
                .queryParam("from", mark.day())
                .queryParam("to", mark.day());
        StaffMember consultant = question.consultant();
        if (consultant != null) {
            path.queryParam("consultant", consultant.username());
        }
        return path.encode().build().toUriString();
    }
}
