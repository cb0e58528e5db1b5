package io.genjin.hqlead.web;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealerships;
import io.genjin.hqlead.Feedback;
import io.genjin.hqlead.HqFeedback;
import io.genjin.hqlead.SentFeedback;
import io.genjin.intake.LeadDesk;
import io.genjin.privacy.AccessLog;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The feedback to HQ for systems. People of a dealership read their own; HQ's people name any dealership, and that they
 * fetched a day is kept there. A past day always gives the same bytes.
 */
@RestController
class FeedbackApi {

    private final HqFeedback feedback;
    private final SentFeedback sent;
    private final FeedbackSheet sheet;
    private final LeadDesk leads;
    private final AccessLog accessLog;
    private final Dealerships dealerships;
    private final Clock clock;

    FeedbackApi(
            HqFeedback feedback,
            SentFeedback sent,
            FeedbackSheet sheet,
            LeadDesk leads,
            AccessLog accessLog,
            Dealerships dealerships,
            Clock clock) {
        this.feedback = feedback;
        this.sent = sent;
        this.sheet = sheet;
        this.leads = leads;
        this.accessLog = accessLog;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    @GetMapping("/api/v1/hq-feedback")
    Feedback read(
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable String dealership,
            StaffMember me) {
        return told(date, dealership, "hq-feedback", me);
    }

    @GetMapping(value = "/api/v1/hq-feedback.xlsx", produces = FeedbackSheet.TYPE)
    ResponseEntity<byte[]> sheet(
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable String dealership,
            StaffMember me) {
        Feedback told = told(date, dealership, "hq-feedback.xlsx", me);
        return answer(told, sheet.write(told));
    }

    /** The log of looks is of the reader's own house; the dealership keeps that HQ fetched. */
    private Feedback told(@Nullable LocalDate date, @Nullable String dealership, String what, StaffMember me) {
        DealershipId in = leads.addressee(dealership, me);
        LocalDate day = date == null ? dealerships.get(in).today(clock) : date;
        Feedback told = Tenancy.within(in, () -> feedback.of(in, day));
        accessLog.downloadedUncounted(
                me, what + " " + told.dealership() + " " + day, told.leads().size());
        if (!me.dealership().equals(in)) {
            Tenancy.within(in, () -> sent.fetched(in, day, me));
        }
        return told;
    }

    static ResponseEntity<byte[]> answer(Feedback told, byte[] file) {
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename("hq-feedback-" + told.dealership() + "-" + told.date() + ".xlsx")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(FeedbackSheet.TYPE))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .body(file);
    }
}
