package io.genjin.hqlead.web;

import io.genjin.dealership.Dealerships;
import io.genjin.hqlead.Feedback;
import io.genjin.hqlead.HqFeedback;
import io.genjin.hqlead.SentFeedback;
import io.genjin.privacy.AccessLog;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What HQ is told of a day, as a page and as the sheet that goes to HQ. */
@Controller
class FeedbackPages {

    private final HqFeedback feedback;
    private final SentFeedback sent;
    private final FeedbackSheet sheet;
    private final AccessLog accessLog;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Clock clock;

    FeedbackPages(
            HqFeedback feedback,
            SentFeedback sent,
            FeedbackSheet sheet,
            AccessLog accessLog,
            StaffDirectory staff,
            Dealerships dealerships,
            Clock clock) {
        this.feedback = feedback;
        this.sent = sent;
        this.sheet = sheet;
        this.accessLog = accessLog;
        this.staff = staff;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    @GetMapping("/hq-feedback")
    String read(@RequestParam(required = false) @Nullable LocalDate date, StaffMember me, Model model) {
        LocalDate day = day(date, me);
        model.addAttribute(
                "page",
                new FeedbackPage(
                        feedback.of(me.dealership(), day),
                        sent.of(me.dealership(), day),
                        day(null, me),
                        staff.all(me.dealership()).stream()
                                .collect(Collectors.toMap(StaffMember::username, StaffMember::name))));
        return "hqlead/feedback";
    }

    @GetMapping(value = "/hq-feedback.xlsx", produces = FeedbackSheet.TYPE)
    ResponseEntity<byte[]> sheet(@RequestParam(required = false) @Nullable LocalDate date, StaffMember me) {
        LocalDate day = day(date, me);
        Feedback told = feedback.of(me.dealership(), day);
        accessLog.downloadedUncounted(
                me,
                "hq-feedback.xlsx " + told.dealership() + " " + day,
                told.leads().size());
        return FeedbackApi.answer(told, sheet.write(told));
    }

    @PostMapping("/hq-feedback/{date}/sent")
    String markSent(@PathVariable LocalDate date, StaffMember me) {
        sent.mark(date, me);
        return "redirect:/hq-feedback?date=" + date;
    }

    private LocalDate day(@Nullable LocalDate date, StaffMember me) {
        return date == null ? dealerships.get(me.dealership()).today(clock) : date;
    }
}
