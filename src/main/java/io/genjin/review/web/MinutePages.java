package io.genjin.review.web;

import io.genjin.improvement.EvidenceReport;
import io.genjin.review.AgendaPoint;
import io.genjin.review.DecisionId;
import io.genjin.review.Finding;
import io.genjin.review.FindingId;
import io.genjin.review.ReviewBook;
import io.genjin.review.ReviewWeek;
import io.genjin.review.WeeklyReview;
import io.genjin.review.WeeklyReviewDesk;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.web.Screen;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is written while the managers meet: notes, findings and what follows from them, decisions. */
@Controller
@RequestMapping("/weekly-review")
class MinutePages {

    private final WeeklyReviewDesk desk;
    private final ReviewBook book;
    private final ReviewScreens screens;

    MinutePages(WeeklyReviewDesk desk, ReviewBook book, ReviewScreens screens) {
        this.desk = desk;
        this.book = book;
        this.screens = screens;
    }

    @PostMapping("/{week}/seats")
    String seat(
            @PathVariable LocalDate week,
            @RequestParam(required = false) @Nullable String chair,
            @RequestParam(required = false) @Nullable List<String> participants,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return screens.done(
                week,
                ReviewScreens.SEATS,
                Sheet.NONE,
                of -> desk.seat(of, chair, participants, version(request), me),
                me,
                model,
                request,
                response);
    }

    @PostMapping("/{week}/notes/{point}")
    String note(
            @PathVariable LocalDate week,
            @PathVariable AgendaPoint point,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        String field = WeeklyReview.noteField(point);
        return screens.done(
                week,
                field,
                Sheet.NONE,
                of -> desk.note(of, point, request.getParameter(field), version(request), me),
                me,
                model,
                request,
                response);
    }

    @PostMapping("/{week}/findings")
    String find(
            @PathVariable LocalDate week,
            @RequestParam(required = false) @Nullable String proposal,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Screen s = screens.screen(request);
        return screens.done(
                week,
                "finding",
                Sheet.NONE,
                of -> desk.find(of, proposal == null ? wish(request) : wish(of, proposal, s, me), proposal, me),
                me,
                model,
                request,
                response);
    }

    /** What a weakness says in the words of the reader's language. */
    private Finding.Wish wish(ReviewWeek week, String proposal, Screen s, StaffMember me) {
        return book.get(week, me)
                .minutes()
                .weakness(proposal)
                .map(weakness -> WeakWords.wish(weakness, s))
                .orElse(new Finding.Wish(null, null, null));
    }

    private static Finding.Wish wish(HttpServletRequest request) {
        String report = request.getParameter("report");
        EvidenceReport chosen = Arrays.stream(EvidenceReport.values())
                .filter(one -> one.name().equals(report))
                .findFirst()
                .orElse(null);
        return new Finding.Wish(request.getParameter("defect"), chosen, request.getParameter("figure"));
    }

    @PostMapping("/{week}/findings/{finding}")
    String reword(
            @PathVariable LocalDate week,
            @PathVariable FindingId finding,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return screens.done(
                week,
                "finding-" + finding,
                new Sheet(Sheet.Kind.FINDING, finding.toString()),
                of -> desk.reword(of, finding, wish(request), version(request), me),
                me,
                model,
                request,
                response);
    }

    @PostMapping("/{week}/findings/{finding}/removal")
    String drop(
            @PathVariable LocalDate week,
            @PathVariable FindingId finding,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return screens.done(
                week,
                "removal",
                Sheet.NONE,
                of -> desk.drop(of, finding, version(request), me),
                me,
                model,
                request,
                response);
    }

    @PostMapping("/{week}/findings/{finding}/action")
    String agree(
            @PathVariable LocalDate week,
            @PathVariable FindingId finding,
            @RequestParam(required = false) @Nullable String measure,
            @RequestParam(required = false) @Nullable String deadline,
            @RequestParam(required = false) @Nullable String responsible,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return screens.done(
                week,
                "action",
                new Sheet(Sheet.Kind.ACT, finding.toString()),
                of -> desk.agree(of, finding, measure, day(deadline), responsible, me),
                me,
                model,
                request,
                response);
    }

    /** @throws FieldsRefused for what is no day of a calendar */
    private static @Nullable LocalDate day(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException notADay) {
            throw new FieldsRefused(Field.of("deadline", "field.unreadable"));
        }
    }

    @PostMapping("/{week}/findings/{finding}/no-action")
    String needsNothing(
            @PathVariable LocalDate week,
            @PathVariable FindingId finding,
            @RequestParam(required = false) @Nullable String noAction,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return screens.done(
                week,
                "noAction",
                new Sheet(Sheet.Kind.NO_ACTION, finding.toString()),
                of -> desk.needsNothing(of, finding, noAction, me),
                me,
                model,
                request,
                response);
    }

    @PostMapping("/{week}/decisions")
    String decide(
            @PathVariable LocalDate week,
            @RequestParam(required = false) @Nullable String decision,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return screens.done(
                week, "decision", Sheet.NONE, of -> desk.decide(of, decision, me), me, model, request, response);
    }

    @PostMapping("/{week}/decisions/{id}")
    String reword(
            @PathVariable LocalDate week,
            @PathVariable DecisionId id,
            @RequestParam(required = false) @Nullable String decision,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return screens.done(
                week,
                "decision-" + id,
                new Sheet(Sheet.Kind.DECISION, id.toString()),
                of -> desk.reword(of, id, decision, version(request), me),
                me,
                model,
                request,
                response);
    }

    @PostMapping("/{week}/decisions/{id}/removal")
    String drop(
            @PathVariable LocalDate week,
            @PathVariable DecisionId id,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return screens.done(
                week,
                "removal",
                Sheet.NONE,
                of -> desk.drop(of, id, version(request), me),
                me,
                model,
                request,
                response);
    }

    private static int version(HttpServletRequest request) {
        String typed = request.getParameter("version");
        return typed != null && typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : 0;
    }
}
