package io.genjin.review.web;

import gg.jte.Content;
import io.genjin.review.ReviewBook;
import io.genjin.review.ReviewWeek;
import io.genjin.review.WeekNotReviewable;
import io.genjin.review.WeeklyReviewDesk;
import io.genjin.shared.web.NavItem;
import io.genjin.shared.web.QrCode;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The weekly review: opened, minuted, archived, read, printed, and its figures as a file. */
@Controller
@RequestMapping("/weekly-review")
class ReviewPages {

    private static final int LISTED = 20;

    private final WeeklyReviewDesk desk;
    private final ReviewBook book;
    private final ReviewScreens screens;
    private final ReviewWorkbook workbook;

    ReviewPages(WeeklyReviewDesk desk, ReviewBook book, ReviewScreens screens, ReviewWorkbook workbook) {
        this.desk = desk;
        this.book = book;
        this.screens = screens;
        this.workbook = workbook;
    }

    @Bean
    static NavItem weeklyReviewItem() {
        return new NavItem("nav.weeklyReview", "/weekly-review", "report", "review.read", 48);
    }

    @GetMapping
    String week(
            @RequestParam(required = false) @Nullable LocalDate week,
            @RequestParam(required = false) @Nullable String act,
            @RequestParam(required = false) @Nullable String none,
            @RequestParam(required = false) @Nullable String finding,
            @RequestParam(required = false) @Nullable String decision,
            StaffMember me,
            Model model) {
        return screens.show(book.week(week, me), Sheet.of(act, none, finding, decision), Typed.NOTHING, me, model);
    }

    @GetMapping("/{week}/print")
    String print(@PathVariable LocalDate week, StaffMember me, Model model, HttpServletRequest request) {
        ReviewWeek of = book.week(week, me);
        ReviewPage page = screens.page(book.get(of, me), Sheet.NONE, Typed.NOTHING, me);
        String base = request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort();
        Content code = QrCode.of(base + page.here());
        model.addAttribute("page", page);
        model.addAttribute("code", code);
        return "review/print";
    }

    /** Its reports as they were frozen; no customer stands in it, nor a word of the minutes. */
    @GetMapping(value = "/{week}/figures.xlsx", produces = ReviewWorkbook.TYPE)
    ResponseEntity<byte[]> figures(@PathVariable LocalDate week, StaffMember me, HttpServletRequest request) {
        return workbook.answer(week, me, screens.screen(request));
    }

    @GetMapping("/archive")
    String archive(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable LocalDate week,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            Model model) {
        if (week != null) {
            return "redirect:/weekly-review?week=" + book.week(week, me);
        }
        model.addAttribute(
                "page",
                new ArchivePage(book.list(q, LISTED, cursor, me), q == null ? "" : q.strip(), book.week(null, me)));
        return "review/archive";
    }

    @PostMapping("/{week}/opening")
    String open(@PathVariable LocalDate week, StaffMember me, Model model, HttpServletResponse response) {
        ReviewWeek of = book.week(week, me);
        try {
            desk.open(of, me);
        } catch (WeekNotReviewable refused) {
            response.setStatus(refused.kind().status());
            return screens.show(of, Sheet.NONE, Typed.NOTHING, me, model);
        }
        return "redirect:/weekly-review?week=" + of;
    }

    @PostMapping("/{week}/archive")
    String archive(
            @PathVariable LocalDate week,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return screens.done(
                week, ReviewScreens.ARCHIVE, Sheet.NONE, of -> desk.archive(of, me), me, model, request, response);
    }

    @PostMapping("/{week}/addenda")
    String add(
            @PathVariable LocalDate week,
            @RequestParam(required = false) @Nullable String addendum,
            @RequestParam(required = false) @Nullable String addendumReason,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return screens.done(
                week,
                "addendum",
                Sheet.NONE,
                of -> desk.add(of, addendum, addendumReason, me),
                me,
                model,
                request,
                response);
    }
}
