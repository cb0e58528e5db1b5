package io.genjin.hlist.web;

import io.genjin.hlist.HListArchive;
import io.genjin.hlist.HListArchive.Row;
import io.genjin.hlist.HListBook;
import io.genjin.hlist.ListWeek;
import io.genjin.hlist.WeekResult;
import io.genjin.journal.Journal;
import io.genjin.journal.JournalEntry;
import io.genjin.prospect.ProspectLabels;
import io.genjin.prospect.web.JournalWords;
import io.genjin.prospect.web.People;
import io.genjin.shared.Page;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Closed weeks with coverage and hit rate, and the rows behind their numbers. */
@Controller
@RequestMapping("/h-list")
class HListArchivePages {

    private static final int WEEKS = 13;
    private static final int ROWS = 50;

    private final HListArchive archive;
    private final HListBook book;
    private final ProspectLabels labels;
    private final Journal journal;
    private final StaffDirectory staff;
    private final Screens screens;

    HListArchivePages(
            HListArchive archive,
            HListBook book,
            ProspectLabels labels,
            Journal journal,
            StaffDirectory staff,
            Screens screens) {
        this.archive = archive;
        this.book = book;
        this.labels = labels;
        this.journal = journal;
        this.staff = staff;
        this.screens = screens;
    }

    @GetMapping("/archive")
    String archive(@RequestParam(required = false) @Nullable String cursor, StaffMember me, Model model) {
        model.addAttribute(
                "page",
                new ArchivePage(
                        archive.weeks(WEEKS, cursor, me),
                        staff.all(me.dealership()).stream()
                                .collect(Collectors.toMap(StaffMember::id, StaffMember::username)),
                        new People(staff, me.dealership())));
        return "hlist/archive";
    }

    @GetMapping("/entries")
    String entries(
            @RequestParam(required = false) @Nullable LocalDate week,
            @RequestParam(required = false) @Nullable String consultant,
            @RequestParam(required = false) @Nullable WeekResult result,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            Model model,
            HttpServletRequest request) {
        ListWeek of = week == null ? null : ListWeek.of(week);
        StaffMember whose = consultant == null || consultant.isBlank() ? null : book.consultant(consultant, me);
        Page<Row> rows = archive.entries(
                new HListArchive.Filter(of, whose == null ? null : whose.id(), result), ROWS, cursor, me);
        Map<UUID, JournalEntry> decided = journal
                .find(
                        me.dealership(),
                        rows.items().stream()
                                .map(row -> EntriesPage.verdict(row.entry()).entry())
                                .filter(Objects::nonNull)
                                .toList())
                .stream()
                .collect(Collectors.toMap(JournalEntry::id, Function.identity()));
        People people = new People(staff, me.dealership());
        model.addAttribute(
                "page",
                new EntriesPage(
                        of,
                        whose == null ? "" : whose.username(),
                        whose == null ? "" : whose.name(),
                        result,
                        rows,
                        labels.of(
                                rows.items().stream()
                                        .map(row -> row.entry().prospect().value())
                                        .distinct()
                                        .toList(),
                                me),
                        decided,
                        new JournalWords(screens.of(request), people),
                        people));
        return "hlist/entries";
    }
}
