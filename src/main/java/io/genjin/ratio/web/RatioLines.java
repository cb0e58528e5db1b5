package io.genjin.ratio.web;

import io.genjin.journal.Journal;
import io.genjin.journal.JournalEntry;
import io.genjin.prospect.ProspectLabels;
import io.genjin.prospect.web.JournalWords;
import io.genjin.prospect.web.People;
import io.genjin.ratio.RatioMembers.Member;
import io.genjin.shared.Page;
import io.genjin.shared.web.Screen;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the rows behind a number into words: which customer, when, who, what. */
@Component
public class RatioLines {

    private final Journal journal;
    private final ProspectLabels labels;
    private final StaffDirectory staff;

    RatioLines(Journal journal, ProspectLabels labels, StaffDirectory staff) {
        this.journal = journal;
        this.labels = labels;
        this.staff = staff;
    }

    /**
     * One row in words.
     *
     * @param customer nothing when it is about none, or when the reader may not see the customer any more; then the sentence is
     *                 withheld too (S-R22)
     * @param person   for whom it counts
     * @param actor    who did it; nobody when the clock did
     */
    public record Line(
            Member member,
            ProspectLabels.@Nullable Label customer,
            @Nullable StaffMember person,
            @Nullable StaffMember actor,
            @Nullable String kind,
            String what) {

        public boolean isHidden() {
            return member.prospect() != null && customer == null;
        }
    }

    Page<Line> read(Page<Member> members, StaffMember me, Screen s) {
        Map<UUID, JournalEntry> entries = journal
                .find(
                        me.dealership(),
                        members.items().stream()
                                .map(Member::entry)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList())
                .stream()
                .collect(Collectors.toMap(JournalEntry::id, Function.identity()));
        Map<UUID, ProspectLabels.Label> customers = labels.of(
                members.items().stream()
                        .map(Member::prospect)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                me);
        JournalWords words = new JournalWords(s, new People(staff, me.dealership()));
        return members.map(member -> {
            JournalEntry entry = member.entry() == null ? null : entries.get(member.entry());
            ProspectLabels.Label customer = member.prospect() == null ? null : customers.get(member.prospect());
            boolean hidden = member.prospect() != null && customer == null;
            return new Line(
                    member,
                    customer,
                    person(member.person(), me),
                    entry == null || entry.actor() == null ? null : person(new StaffId(entry.actor()), me),
                    entry == null ? null : entry.kind(),
                    hidden ? s.t("ratioRows.hidden") : what(member, entry, words, s));
        });
    }

    private static String what(Member member, @Nullable JournalEntry entry, JournalWords words, Screen s) {
        if (member.words() != null) {
            return s.t(member.words(), member.args().toArray());
        }
        return entry == null ? "" : words.sentence(entry);
    }

    private @Nullable StaffMember person(@Nullable StaffId id, StaffMember me) {
        return id == null ? null : staff.find(me.dealership(), id).orElse(null);
    }
}
