package io.genjin.report.web;

import io.genjin.journal.Journal;
import io.genjin.journal.JournalEntry;
import io.genjin.prospect.ProspectLabels;
import io.genjin.prospect.web.JournalWords;
import io.genjin.prospect.web.People;
import io.genjin.report.Figure;
import io.genjin.report.FigureMembers;
import io.genjin.report.FigureMembers.Member;
import io.genjin.report.FigureMembers.Question;
import io.genjin.report.FrozenMembers;
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

/** Puts the rows behind a number into words: which customer, when, who, what. */
@Component
public class MemberLines {

    private final FigureMembers counted;
    private final FrozenMembers frozen;
    private final Journal journal;
    private final ProspectLabels labels;
    private final StaffDirectory staff;

    MemberLines(
            FigureMembers counted, FrozenMembers frozen, Journal journal, ProspectLabels labels, StaffDirectory staff) {
        this.counted = counted;
        this.frozen = frozen;
        this.journal = journal;
        this.labels = labels;
        this.staff = staff;
    }

    /**
     * One row in words.
     *
     * @param known    whether it is about a customer at all; a party that left no number is none
     * @param customer nothing when the reader may not see the prospect any more; then the sentence is withheld too (S-R22)
     * @param path     where a party without a customer is looked at; nothing otherwise
     * @param person   for whom it is counted
     * @param actor    who did it; nobody when the clock did
     */
    public record Line(
            UUID id,
            LocalDate day,
            Instant at,
            boolean known,
            ProspectLabels.@Nullable Label customer,
            @Nullable String path,
            @Nullable StaffMember person,
            @Nullable StaffMember actor,
            @Nullable String kind,
            String what,
            boolean bad) {}

    Page<Line> read(Question question, int limit, @Nullable String cursor, StaffMember me, Screen s) {
        return told(question.figure(), counted.of(question, limit, cursor, me), "members.due", me, s);
    }

    /** The same of a frozen report. */
    Page<Line> read(FrozenMembers.Question question, int limit, @Nullable String cursor, StaffMember me, Screen s) {
        return told(question.figure(), frozen.of(question, limit, cursor, me), "members.base", me, s);
    }

    private Page<Line> told(Figure figure, Page<Member> members, String base, StaffMember me, Screen s) {
        Map<UUID, JournalEntry> entries = journal
                .find(
                        me.dealership(),
                        members.items().stream()
                                .map(Member::entry)
                                .filter(Objects::nonNull)
                                .toList())
                .stream()
                .collect(Collectors.toMap(JournalEntry::id, Function.identity()));
        Map<UUID, ProspectLabels.Label> customers = labels.of(
                members.items().stream()
                        .map(Member::prospect)
                        .filter(Objects::nonNull)
                        .toList(),
                me);
        JournalWords words = new JournalWords(s, new People(staff, me.dealership()));
        return members.map(member -> {
            JournalEntry entry = entries.get(member.id());
            ProspectLabels.Label customer = member.prospect() == null ? null : customers.get(member.prospect());
            return new Line(
                    member.id(),
                    member.day(),
                    member.at(),
                    member.prospect() != null,
                    customer,
                    member.prospect() == null ? visit(entry) : null,
                    person(member.person(), me),
                    entry == null || entry.actor() == null ? null : person(new StaffId(entry.actor()), me),
                    entry == null ? null : entry.kind(),
                    what(figure, member, entry, customer != null || member.prospect() == null, base, words, s),
                    entry != null && words.isBad(entry));
        });
    }

    private static @Nullable String visit(@Nullable JournalEntry entry) {
        String visit = entry == null ? "" : entry.detail("visit");
        return visit.isEmpty() ? null : "/visits/" + visit;
    }

    private @Nullable StaffMember person(@Nullable StaffId id, StaffMember me) {
        return id == null ? null : staff.find(me.dealership(), id).orElse(null);
    }

    private static String what(
            Figure figure,
            Member member,
            @Nullable JournalEntry entry,
            boolean readable,
            String base,
            JournalWords words,
            Screen s) {
        if (!readable) {
            return s.t("members.hidden");
        }
        if (entry != null) {
            return words.sentence(entry);
        }
        String since =
                switch (figure) {
                    case CARDS_WAITING -> "members.submitted";
                    case CARDS_NOT_ENTERED -> "members.signed";
                    case APPOINTMENTS_TOMORROW -> "members.expected";
                    case BASE, BASE_H, BASE_A, BASE_B, BASE_C, BASE_N -> base;
                    default -> "members.due";
                };
        return s.t(since, member.at());
    }
}
