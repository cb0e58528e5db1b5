package io.genjin.improvement.web;

import io.genjin.dealership.Dealerships;
import io.genjin.improvement.ActionDesk;
import io.genjin.improvement.ActionId;
import io.genjin.improvement.ActionList;
import io.genjin.improvement.ActionList.Filter;
import io.genjin.improvement.EvidenceReport;
import io.genjin.improvement.ImprovementAction;
import io.genjin.improvement.ImprovementAction.Step;
import io.genjin.shared.Page;
import io.genjin.shared.web.Answers;
import io.genjin.shared.web.Once;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
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

/** Improvement actions for other systems. */
@RestController
@RequestMapping("/api/v1/improvement-actions")
class ActionApi {

    /** An improvement action; people are sign-in names. */
    record ActionView(
            String id,
            String defect,
            EvidenceReport report,
            String figure,
            String measure,
            LocalDate deadline,
            String responsible,
            ImprovementAction.Status status,
            boolean overdue,
            String openedBy,
            Instant openedAt,
            @Nullable String verifiedBy,
            @Nullable Instant verifiedAt) {}

    /** What was said at one moment. */
    record StepView(Step.Kind kind, String said, String by, Instant at) {}

    /** One action with all that was said, the latest first. */
    record StoryView(ActionView action, List<StepView> steps) {}

    /** K28 of a month; no ratio where nothing was due. */
    record InTimeView(
            YearMonth month,
            int verified,
            int due,
            @Nullable Integer permille) {}

    /** What the person says about it. */
    record SaidBody(@Nullable String said) {}

    /** Whose it is to be: a sign-in name. */
    record ResponsibleBody(@Nullable String to) {}

    private record Request(String route, Object body) {}

    private final ActionDesk desk;
    private final ActionList actions;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;
    private final Clock clock;

    ActionApi(
            ActionDesk desk,
            ActionList actions,
            StaffDirectory staff,
            Dealerships dealerships,
            Once once,
            Clock clock) {
        this.desk = desk;
        this.actions = actions;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
        this.clock = clock;
    }

    @GetMapping
    Page<ActionView> list(
            @RequestParam(defaultValue = "OPEN") Filter filter,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me) {
        return actions.of(new ActionList.Question(filter, mine, month, cursor), me)
                .map(one -> view(one, me));
    }

    @PostMapping
    @Answers(value = ActionView.class, status = 201)
    ResponseEntity<?> open(
            @RequestBody ActionForm body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, body, me.dealership(), me.id(), () -> {
            ActionView view = view(desk.open(body.draft(), me), me);
            return ResponseEntity.created(URI.create("/api/v1/improvement-actions/" + view.id()))
                    .body(view);
        });
    }

    /** K28: of the actions whose deadline went by in the month, how many were verified on it or before. */
    @GetMapping("/in-time")
    InTimeView inTime(@RequestParam(required = false) @Nullable YearMonth month, StaffMember me) {
        ActionList.InTime in = actions.inTime(month, me);
        return new InTimeView(in.month(), in.verified(), in.due(), in.permille());
    }

    @GetMapping("/{id}")
    StoryView read(@PathVariable ActionId id, StaffMember me) {
        ActionList.Story story = actions.story(id, me);
        return new StoryView(
                view(story.action(), me),
                story.steps().stream()
                        .map(step -> new StepView(step.kind(), step.said(), username(step.by(), me), step.at()))
                        .toList());
    }

    /** The responsible says how far it is. */
    @PostMapping("/{id}/progress")
    @Answers(value = ActionView.class, status = 200)
    ResponseEntity<?> progress(
            @PathVariable ActionId id,
            @RequestBody SaidBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return answer(key, "progress " + id, body, me, () -> desk.progress(id, body.said(), me));
    }

    /** The responsible says that it is done. */
    @PostMapping("/{id}/completion")
    @Answers(value = ActionView.class, status = 200)
    ResponseEntity<?> complete(
            @PathVariable ActionId id,
            @RequestBody SaidBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return answer(key, "completion " + id, body, me, () -> desk.done(id, body.said(), me));
    }

    /** Somebody else looked and closes it. */
    @PostMapping("/{id}/verification")
    @Answers(value = ActionView.class, status = 200)
    ResponseEntity<?> verify(
            @PathVariable ActionId id,
            @RequestBody SaidBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return answer(key, "verification " + id, body, me, () -> desk.verify(id, body.said(), me));
    }

    /** Somebody else looked and says what is missing. */
    @PostMapping("/{id}/reopening")
    @Answers(value = ActionView.class, status = 200)
    ResponseEntity<?> reopen(
            @PathVariable ActionId id,
            @RequestBody SaidBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return answer(key, "reopening " + id, body, me, () -> desk.reopen(id, body.said(), me));
    }

    /** Names another responsible. */
    @PostMapping("/{id}/responsible")
    @Answers(value = ActionView.class, status = 200)
    ResponseEntity<?> assign(
            @PathVariable ActionId id,
            @RequestBody ResponsibleBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return answer(key, "responsible " + id, body, me, () -> desk.assign(id, body.to(), me));
    }

    private ResponseEntity<?> answer(
            @Nullable String key, String route, Object body, StaffMember me, Supplier<ImprovementAction> act) {
        return once.answer(key, new Request(route, body), me.dealership(), me.id(), () -> ResponseEntity.ok()
                .body(view(act.get(), me)));
    }

    private ActionView view(ImprovementAction action, StaffMember me) {
        var plan = action.plan();
        var verified = action.verified();
        return new ActionView(
                action.id().toString(),
                plan.defect(),
                plan.report(),
                plan.figure(),
                plan.measure(),
                plan.deadline(),
                username(plan.responsible(), me),
                action.status(),
                action.isOverdue(dealerships.get(me.dealership()).today(clock)),
                username(action.openedBy(), me),
                action.openedAt(),
                verified == null ? null : username(verified.by(), me),
                verified == null ? null : verified.at());
    }

    private String username(StaffId id, StaffMember me) {
        return staff.find(me.dealership(), id).map(StaffMember::username).orElse("");
    }
}
