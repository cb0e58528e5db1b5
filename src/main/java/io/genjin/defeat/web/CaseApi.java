package io.genjin.defeat.web;

import io.genjin.dealership.Dealerships;
import io.genjin.defeat.CaseFile;
import io.genjin.defeat.CauseDesk;
import io.genjin.defeat.CourtesyCall;
import io.genjin.defeat.CourtesyDesk;
import io.genjin.defeat.Defeat;
import io.genjin.defeat.DefeatDesk;
import io.genjin.defeat.DefeatId;
import io.genjin.defeat.DefeatOutcome;
import io.genjin.defeat.DefeatReason;
import io.genjin.defeat.DefeatStatus;
import io.genjin.defeat.ReviewDesk;
import io.genjin.defeat.StageReached;
import io.genjin.followup.SuggestedDates;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.web.People;
import io.genjin.prospect.web.ProspectView;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Grade;
import io.genjin.shared.Page;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.TypedId;
import io.genjin.shared.web.Answers;
import io.genjin.shared.web.Once;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reviews, cause decisions, defeats and courtesy calls for other systems. */
@RestController
@RequestMapping("/api/v1")
class CaseApi {

    private final ReviewDesk reviews;
    private final CauseDesk causes;
    private final DefeatDesk defeats;
    private final CourtesyDesk courtesy;
    private final CaseFile file;
    private final SuggestedDates suggested;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;
    private final Clock clock;

    CaseApi(
            ReviewDesk reviews,
            CauseDesk causes,
            DefeatDesk defeats,
            CourtesyDesk courtesy,
            CaseFile file,
            SuggestedDates suggested,
            StaffDirectory staff,
            Dealerships dealerships,
            Once once,
            Clock clock) {
        this.reviews = reviews;
        this.causes = causes;
        this.defeats = defeats;
        this.courtesy = courtesy;
        this.file = file;
        this.suggested = suggested;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
        this.clock = clock;
    }

    /** A person by sign-in name and name. */
    record Person(String username, String name) {}

    /** An application to give a customer up. */
    record DefeatView(
            String id,
            String prospectId,
            String customerName,
            DefeatStatus status,
            Person appliedBy,
            OffsetDateTime appliedAt,
            Person ownerThen,
            Grade gradeThen,
            DefeatOutcome outcome,
            Set<DefeatReason> reasons,
            @Nullable String competitorBrand,
            @Nullable String competitorModel,
            @Nullable BigDecimal competitorPrice,
            @Nullable String competitorDealer,
            StageReached stageReached,
            boolean couldSave,
            @Nullable String rescueAction,
            @Nullable Person verifier,
            Defeat.@Nullable Finding finding,
            @Nullable String findingComment,
            @Nullable Person decidedBy,
            @Nullable OffsetDateTime decidedAt,
            @Nullable String decisionComment) {}

    /** A courtesy call to a customer who was given up. */
    record CallView(
            String id,
            String defeatId,
            String prospectId,
            String customerName,
            LocalDate dueDate,
            int attempts,
            Defeat.@Nullable Finding finding,
            @Nullable String comment,
            @Nullable OffsetDateTime calledAt) {}

    /** When the customer who came back is contacted, and what they said. */
    record CameBackBody(
            @Nullable LocalDate nextDate,
            @Nullable NextStepReason nextReason,
            @Nullable String comment) {}

    /** Who is to ask the customer (sign-in name). */
    record VerificationBody(@Nullable String verifier) {}

    /** What asking the customer found out. */
    record FindingBody(
            Defeat.@Nullable Finding finding, @Nullable String comment) {}

    /** Why the customer is given up, and when the case is taken up again by itself. */
    record ApprovalBody(@Nullable String comment, @Nullable LocalDate wakeUpDate) {}

    @PostMapping("/prospects/{id}/reviews")
    @Answers(value = ProspectView.class, status = 200)
    ResponseEntity<?> review(
            @PathVariable ProspectId id,
            @RequestBody ReviewForm body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return onProspect(key, id, body, me, () -> reviews.review(id, body.said(), me));
    }

    @PostMapping("/prospects/{id}/cause-decisions")
    @Answers(value = ProspectView.class, status = 200)
    ResponseEntity<?> decide(
            @PathVariable ProspectId id,
            @RequestBody CauseForm body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return onProspect(key, id, body, me, () -> causes.decide(id, body.said(), me));
    }

    @PostMapping("/prospects/{id}/reactivations")
    @Answers(value = ProspectView.class, status = 200)
    ResponseEntity<?> cameBack(
            @PathVariable ProspectId id,
            @RequestBody CameBackBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return onProspect(
                key, id, body, me, () -> reviews.cameBack(id, body.nextDate(), body.nextReason(), body.comment(), me));
    }

    private ResponseEntity<?> onProspect(
            @Nullable String key, ProspectId id, Record body, StaffMember me, Supplier<Prospect> act) {
        return once.answer(key, new CasePages.Asked(id, body), me.dealership(), me.id(), () -> {
            ProspectView view = view(act.get(), me);
            return ResponseEntity.ok().eTag("\"" + view.version() + "\"").body(view);
        });
    }

    @PostMapping("/prospects/{id}/defeats")
    @Answers(value = DefeatView.class, status = 201)
    ResponseEntity<?> apply(
            @PathVariable ProspectId id,
            @RequestBody LossForm body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, new CasePages.Asked(id, body), me.dealership(), me.id(), () -> {
            Defeat defeat = defeats.apply(id, body.loss(), me);
            return ResponseEntity.created(URI.create("/api/v1/defeats/" + defeat.id()))
                    .body(view(file.get(defeat.id(), me), me));
        });
    }

    @GetMapping("/defeats")
    Page<DefeatView> list(
            @RequestParam(required = false) @Nullable Set<DefeatStatus> status,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me) {
        if (limit < 1 || limit > 100) {
            throw new FieldsRefused(Field.of("limit", "field.limit"));
        }
        Set<DefeatStatus> statuses =
                status == null || status.isEmpty() ? EnumSet.of(DefeatStatus.PENDING, DefeatStatus.TO_VERIFY) : status;
        return file.list(statuses, limit, cursor, me).map(row -> view(row, me));
    }

    @GetMapping("/defeats/{id}")
    DefeatView read(@PathVariable DefeatId id, StaffMember me) {
        return view(file.get(id, me), me);
    }

    @PostMapping("/defeats/{id}/approval")
    DefeatView approve(
            @PathVariable DefeatId id, @RequestBody(required = false) @Nullable ApprovalBody body, StaffMember me) {
        defeats.approve(id, body == null ? null : body.comment(), body == null ? null : body.wakeUpDate(), me);
        return view(file.get(id, me), me);
    }

    @PostMapping("/defeats/{id}/rejection")
    DefeatView reject(@PathVariable DefeatId id, @RequestBody RejectionForm body, StaffMember me) {
        defeats.reject(id, body.rejection(), me);
        return view(file.get(id, me), me);
    }

    @PostMapping("/defeats/{id}/verification")
    DefeatView verify(@PathVariable DefeatId id, @RequestBody VerificationBody body, StaffMember me) {
        defeats.sendToVerify(id, body.verifier(), me);
        return view(file.get(id, me), me);
    }

    @PostMapping("/defeats/{id}/finding")
    DefeatView finding(@PathVariable DefeatId id, @RequestBody FindingBody body, StaffMember me) {
        defeats.verified(id, body.finding(), body.comment(), me);
        return view(file.get(id, me), me);
    }

    @GetMapping("/courtesy-calls")
    Page<CallView> calls(@RequestParam(defaultValue = "true") boolean open, StaffMember me) {
        List<CallView> all =
                file.calls(open, me).stream().map(row -> view(row, me)).toList();
        return new Page<>(all, null);
    }

    @PostMapping("/courtesy-calls/{id}/finding")
    CallView called(@PathVariable String id, @RequestBody FindingBody body, StaffMember me) {
        CourtesyCall call = courtesy.called(TypedId.parse(id), body.finding(), body.comment(), me);
        return file.calls(call.isOpen(), me).stream()
                .filter(row -> row.call().id().equals(call.id()))
                .findFirst()
                .map(row -> view(row, me))
                .orElseThrow();
    }

    private ProspectView view(Prospect prospect, StaffMember me) {
        var dealership = dealerships.get(me.dealership());
        return ProspectView.of(
                prospect,
                new People(staff, me.dealership()),
                suggested.suggest(prospect, dealership.today(clock)),
                clock.instant(),
                dealership.zone());
    }

    private DefeatView view(CaseFile.Row row, StaffMember me) {
        Defeat defeat = row.defeat();
        ZoneId zone = dealerships.get(me.dealership()).zone();
        Defeat.Verification verification = defeat.verification();
        Defeat.Decision decision = defeat.decision();
        return new DefeatView(
                defeat.id().toString(),
                defeat.prospect().toString(),
                row.prospect().content().customerName(),
                defeat.status(),
                person(defeat.appliedBy(), me),
                defeat.appliedAt().atZone(zone).toOffsetDateTime(),
                person(defeat.ownerThen(), me),
                defeat.gradeThen(),
                Objects.requireNonNull(defeat.loss().outcome()),
                defeat.loss().reasons(),
                defeat.loss().competitorBrand(),
                defeat.loss().competitorModel(),
                defeat.loss().competitorPrice(),
                defeat.loss().competitorDealer(),
                Objects.requireNonNull(defeat.loss().stageReached()),
                defeat.loss().couldSave(),
                defeat.loss().rescueAction(),
                verification == null ? null : person(verification.verifier(), me),
                verification == null ? null : verification.finding(),
                verification == null ? null : verification.comment(),
                decision == null ? null : person(decision.by(), me),
                decision == null ? null : decision.at().atZone(zone).toOffsetDateTime(),
                decision == null ? null : decision.comment());
    }

    private CallView view(CaseFile.CallRow row, StaffMember me) {
        ZoneId zone = dealerships.get(me.dealership()).zone();
        CourtesyCall call = row.call();
        return new CallView(
                call.id().toString(),
                call.defeat().toString(),
                call.prospect().toString(),
                row.prospect().content().customerName(),
                call.dueDate(),
                call.attempts(),
                call.finding(),
                call.comment(),
                call.at() == null ? null : call.at().atZone(zone).toOffsetDateTime());
    }

    private Person person(StaffId id, StaffMember me) {
        StaffMember member = staff.get(me.dealership(), id);
        return new Person(member.username(), member.name());
    }
}
