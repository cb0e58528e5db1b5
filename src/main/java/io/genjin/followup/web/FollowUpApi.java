package io.genjin.followup.web;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.followup.ContactWay;
import io.genjin.followup.FollowUp;
import io.genjin.followup.FollowUpDesk;
import io.genjin.followup.Outcome;
import io.genjin.followup.RecordFollowUp;
import io.genjin.followup.SuggestedDates;
import io.genjin.prospect.Evidence;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.web.People;
import io.genjin.prospect.web.ProspectView;
import io.genjin.shared.Grade;
import io.genjin.shared.web.Answers;
import io.genjin.shared.web.Once;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Contacts, moved promises and grades for other systems. */
@RestController
@RequestMapping("/api/v1/prospects/{id}")
class FollowUpApi {

    private final FollowUpDesk desk;
    private final ProspectDesk prospects;
    private final SuggestedDates suggested;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;
    private final Clock clock;

    FollowUpApi(
            FollowUpDesk desk,
            ProspectDesk prospects,
            SuggestedDates suggested,
            StaffDirectory staff,
            Dealerships dealerships,
            Once once,
            Clock clock) {
        this.desk = desk;
        this.prospects = prospects;
        this.suggested = suggested;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
        this.clock = clock;
    }

    /** A contact as a system reports it. */
    record FollowUpBody(
            @Nullable ContactWay way,
            @Nullable OffsetDateTime happenedAt,
            @Nullable Outcome outcome,
            @Nullable String content,
            @Nullable Grade gradeAfter,
            @Nullable Set<Evidence> gradeEvidence,
            @Nullable String gradeReason,
            @Nullable LocalDate nextDate,
            @Nullable NextStepReason nextReason,
            @Nullable String nextNote,
            @Nullable String lateReason,
            @Nullable OffsetDateTime appointmentAt) {

        RecordFollowUp report() {
            return new RecordFollowUp(
                    way,
                    happenedAt == null ? null : happenedAt.toInstant(),
                    outcome,
                    content,
                    gradeAfter,
                    gradeEvidence,
                    gradeReason,
                    nextDate,
                    nextReason,
                    nextNote,
                    lateReason,
                    appointmentAt == null ? null : appointmentAt.toInstant());
        }
    }

    /** A recorded contact with the prospect as it stands after it. */
    record FollowUpView(
            String id,
            OffsetDateTime happenedAt,
            OffsetDateTime recordedAt,
            LocalDate plannedDate,
            ContactWay way,
            Outcome outcome,
            String content,
            Grade gradeBefore,
            Grade gradeAfter,
            @Nullable String appointmentId,
            ProspectView prospect) {}

    /** Where the promise is moved, and why. */
    record RescheduleBody(
            @Nullable LocalDate nextDate,
            @Nullable NextStepReason nextReason,
            @Nullable String reason,
            @Nullable String lateReason) {}

    /** The new grade, what speaks for it, and why it differs from what the evidence says. */
    record GradeBody(
            @Nullable Grade grade,
            @Nullable Set<Evidence> evidence,
            @Nullable String reason) {}

    @PostMapping("/follow-ups")
    @Answers(value = FollowUpView.class, status = 201)
    ResponseEntity<?> record(
            @PathVariable ProspectId id,
            @RequestBody FollowUpBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, new Asked(id, body), me.dealership(), me.id(), () -> {
            FollowUp followUp = desk.record(id, body.report(), me);
            FollowUpView view = view(followUp, me);
            return ResponseEntity.created(URI.create("/api/v1/prospects/" + id))
                    .eTag(tag(view.prospect()))
                    .body(view);
        });
    }

    @PostMapping("/reschedules")
    @Answers(value = ProspectView.class, status = 200)
    ResponseEntity<?> reschedule(
            @PathVariable ProspectId id,
            @RequestBody RescheduleBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, new Asked(id, body), me.dealership(), me.id(), () -> {
            desk.reschedule(id, body.nextDate(), body.nextReason(), body.reason(), body.lateReason(), me);
            return changed(id, me);
        });
    }

    @PostMapping("/grade-changes")
    @Answers(value = ProspectView.class, status = 200)
    ResponseEntity<?> regrade(
            @PathVariable ProspectId id,
            @RequestBody GradeBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, new Asked(id, body), me.dealership(), me.id(), () -> {
            Set<Evidence> evidence = Objects.requireNonNullElse(body.evidence(), Set.of());
            desk.regrade(id, body.grade(), evidence, body.reason(), me);
            return changed(id, me);
        });
    }

    /** What was asked of which prospect, by which a repeated key is recognised. */
    record Asked(ProspectId prospect, Record body) {}

    private ResponseEntity<ProspectView> changed(ProspectId id, StaffMember me) {
        ProspectView view = prospect(id, me);
        return ResponseEntity.ok().eTag(tag(view)).body(view);
    }

    private static String tag(ProspectView view) {
        return "\"" + view.version() + "\"";
    }

    private FollowUpView view(FollowUp followUp, StaffMember me) {
        Dealership dealership = dealerships.get(me.dealership());
        return new FollowUpView(
                followUp.id().toString(),
                followUp.happenedAt().atZone(dealership.zone()).toOffsetDateTime(),
                followUp.recordedAt().atZone(dealership.zone()).toOffsetDateTime(),
                followUp.plannedDate(),
                followUp.way(),
                followUp.outcome(),
                followUp.content(),
                followUp.gradeBefore(),
                followUp.gradeAfter(),
                followUp.appointment() == null ? null : followUp.appointment().toString(),
                prospect(followUp.prospect(), me));
    }

    private ProspectView prospect(ProspectId id, StaffMember me) {
        Dealership dealership = dealerships.get(me.dealership());
        Prospect prospect = prospects.get(me.dealership(), id);
        return ProspectView.of(
                prospect,
                new People(staff, me.dealership()),
                suggested.suggest(prospect, dealership.today(clock)),
                clock.instant(),
                dealership.zone());
    }
}
