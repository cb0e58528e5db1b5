package io.genjin.coaching.web;

import io.genjin.coaching.OneToOneBook;
import io.genjin.coaching.OneToOneId;
import io.genjin.coaching.PlanBook;
import io.genjin.coaching.PlanBook.Filter;
import io.genjin.coaching.PlanContent.Goal;
import io.genjin.coaching.PlanDraft;
import io.genjin.coaching.PlanFigures;
import io.genjin.coaching.PlanId;
import io.genjin.coaching.Stretch;
import io.genjin.coaching.SuccessPlan;
import io.genjin.coaching.SuccessPlan.FollowUp;
import io.genjin.coaching.SuccessPlan.Outcome;
import io.genjin.coaching.SuccessPlan.Signed;
import io.genjin.coaching.SuccessPlanDesk;
import io.genjin.coaching.Yardstick;
import io.genjin.coaching.web.OneToOneApi.ShareView;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.VersionMissing;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Page;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.web.Answers;
import io.genjin.shared.web.IfMatch;
import io.genjin.shared.web.Once;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import io.genjin.target.Metric;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Success plans for other systems. */
@RestController
@RequestMapping("/api/v1/success-plans")
class SuccessPlanApi {

    private static final int MOST_ROWS = 200;

    /** One of the five targets in the plan's week. */
    record LineView(
            @Nullable BigDecimal target,
            long actual,
            @Nullable BigDecimal gap,
            PlanFigures.@Nullable Trend trend) {}

    /** The figures of a plan, with the days they are of. */
    record FiguresView(
            Stretch week, Map<Metric, LineView> targets, Stretch ratioDays, Map<Yardstick, ShareView> ratios) {}

    /** A goal; what became of it is told once the plan was followed up. */
    record GoalView(
            Yardstick yardstick,
            ShareView from,
            int to,
            LocalDate by,
            @Nullable ShareView value,
            @Nullable Boolean reached) {}

    /** Something to be done; {@code support} is a sign-in name. */
    record StepView(String what, LocalDate by, @Nullable String support) {}

    /** A signature without its strokes; {@code takenBy} is whose session it was. */
    record SignedView(OffsetDateTime at, boolean drawn, String takenBy) {}

    /** The look at what came of it. */
    record FollowUpView(LocalDate on, String by, String result) {}

    /** A success plan; people are sign-in names, {@code version} is also the ETag. */
    record PlanView(
            String id,
            String number,
            SuccessPlan.Status status,
            boolean due,
            int version,
            String talk,
            LocalDate week,
            LocalDate heldOn,
            String consultant,
            String manager,
            String chosenBecause,
            @Nullable String strengths,
            String weaknesses,
            String rootCause,
            FiguresView figures,
            List<GoalView> goals,
            List<StepView> steps,
            LocalDate followUpOn,
            @Nullable SignedView consultantSigned,
            @Nullable SignedView managerSigned,
            @Nullable FollowUpView followUp,
            @Nullable String replaces,
            @Nullable String replacedBy) {}

    /** What the figures would be of the same days now, beside what was frozen (scenario 32). */
    record ComparedView(FiguresView frozen, FiguresView today) {}

    /** A goal as a system writes it. */
    record GoalBody(
            @Nullable Yardstick yardstick,
            @Nullable Integer to,
            @Nullable LocalDate by) {}

    /** A step as a system writes it. */
    record StepBody(
            @Nullable String what,
            @Nullable LocalDate by,
            @Nullable String support) {}

    /** A plan as a system writes it; {@code talk} and {@code replaces} when it is made. */
    record PlanBody(
            @Nullable String talk,
            @Nullable String replaces,
            @Nullable String chosenBecause,
            @Nullable String strengths,
            @Nullable String weaknesses,
            @Nullable String rootCause,
            @Nullable List<@Nullable GoalBody> goals,
            @Nullable List<@Nullable StepBody> steps,
            @Nullable LocalDate followUpOn) {

        PlanDraft draft() {
            List<PlanDraft.@Nullable GoalDraft> wanted = new ArrayList<>();
            for (GoalBody one : goals == null ? List.<@Nullable GoalBody>of() : goals) {
                wanted.add(one == null ? null : new PlanDraft.GoalDraft(one.yardstick(), one.to(), one.by()));
            }
            List<PlanDraft.@Nullable StepDraft> done = new ArrayList<>();
            for (StepBody one : steps == null ? List.<@Nullable StepBody>of() : steps) {
                done.add(one == null ? null : new PlanDraft.StepDraft(one.what(), one.by(), one.support()));
            }
            return new PlanDraft(chosenBecause, strengths, weaknesses, rootCause, wanted, done, followUpOn);
        }
    }

    /** Signatures: strokes as the pad gives them, or a typed name. */
    record SignatureBody(
            @Nullable String consultant,
            @Nullable String consultantName,
            @Nullable String manager,
            @Nullable String managerName) {}

    /** What came of it, in words. */
    record FollowUpBody(@Nullable String said) {}

    /** What was asked of which plan, by which a repeated key is recognised. */
    record Asked(PlanId plan, Record body) {}

    private final SuccessPlanDesk desk;
    private final PlanBook book;
    private final OneToOneBook talks;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;
    private final Clock clock;

    SuccessPlanApi(
            SuccessPlanDesk desk,
            PlanBook book,
            OneToOneBook talks,
            StaffDirectory staff,
            Dealerships dealerships,
            Once once,
            Clock clock) {
        this.desk = desk;
        this.book = book;
        this.talks = talks;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "success plans, the latest first")
    Page<PlanView> list(
            @RequestParam(defaultValue = "ALL") Filter filter,
            @RequestParam(required = false) @Nullable String consultant,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new FieldsRefused(Field.of("limit", "field.limit"));
        }
        StaffId whose = consultant == null || consultant.isBlank()
                ? null
                : talks.consultant(consultant, me).id();
        return book.list(filter, whose, limit, cursor, me).map(plan -> view(plan, me));
    }

    @PostMapping
    @Operation(summary = "make the success plan of a one-to-one; its figures are frozen")
    @Answers(value = PlanView.class, status = 201)
    ResponseEntity<?> make(
            @RequestBody PlanBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        String talk = body.talk();
        if (talk == null || talk.isBlank()) {
            throw new FieldsRefused(Field.of("talk", "field.required"));
        }
        String replaces = body.replaces();
        return once.answer(key, body, me.dealership(), me.id(), () -> {
            SuccessPlan plan = desk.make(
                    OneToOneId.of(talk),
                    replaces == null || replaces.isBlank() ? null : PlanId.of(replaces),
                    body.draft(),
                    me);
            return ResponseEntity.created(URI.create("/api/v1/success-plans/" + plan.id()))
                    .eTag(tag(plan))
                    .body(view(plan, me));
        });
    }

    @GetMapping("/{id}")
    @Operation(summary = "one success plan")
    ResponseEntity<PlanView> read(@PathVariable PlanId id, StaffMember me) {
        SuccessPlan plan = book.read(id, me);
        return ResponseEntity.ok().eTag(tag(plan)).body(view(plan, me));
    }

    @GetMapping("/{id}/figures")
    @Operation(summary = "the frozen figures, and what they would be of the same days now")
    ComparedView figures(@PathVariable PlanId id, StaffMember me) {
        SuccessPlan plan = book.read(id, me);
        return new ComparedView(view(plan.figures()), view(book.today(plan, me)));
    }

    @PutMapping("/{id}")
    @Operation(summary = "write a plan anew before both have signed; If-Match names the version seen")
    ResponseEntity<PlanView> rewrite(
            @PathVariable PlanId id,
            @RequestBody PlanBody body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            StaffMember me) {
        SuccessPlan plan = desk.rewrite(id, body.draft(), seen(ifMatch), me);
        return ResponseEntity.ok().eTag(tag(plan)).body(view(plan, me));
    }

    @PostMapping("/{id}/signature")
    @Operation(summary = "sign the version that If-Match names: one's own, or on the manager's device both")
    ResponseEntity<PlanView> sign(
            @PathVariable PlanId id,
            @RequestBody SignatureBody body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            StaffMember me) {
        SuccessPlan plan = desk.sign(
                id,
                new SuccessPlanDesk.Signing(
                        seen(ifMatch),
                        new SuccessPlanDesk.Written(body.consultant(), body.consultantName()),
                        new SuccessPlanDesk.Written(body.manager(), body.managerName())),
                me);
        return ResponseEntity.ok().eTag(tag(plan)).body(view(plan, me));
    }

    @PostMapping("/{id}/follow-up")
    @Operation(summary = "look at what came of a signed plan, on its day or later")
    @Answers(value = PlanView.class, status = 200)
    ResponseEntity<?> followUp(
            @PathVariable PlanId id,
            @RequestBody FollowUpBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, new Asked(id, body), me.dealership(), me.id(), () -> ResponseEntity.ok()
                .body(view(desk.followUp(id, body.said(), me), me)));
    }

    private static int seen(@Nullable String ifMatch) {
        return IfMatch.version(ifMatch).orElseThrow(VersionMissing::new);
    }

    private static String tag(SuccessPlan plan) {
        return "\"" + plan.version() + "\"";
    }

    private static FiguresView view(PlanFigures figures) {
        Map<Metric, LineView> targets = new EnumMap<>(Metric.class);
        figures.targets()
                .forEach((metric, line) -> targets.put(
                        metric, new LineView(line.target(), line.actual(), line.gap(), figures.trend(metric))));
        Map<Yardstick, ShareView> ratios = new EnumMap<>(Yardstick.class);
        figures.ratios().forEach((yardstick, share) -> ratios.put(yardstick, ShareView.of(share)));
        return new FiguresView(figures.week(), targets, figures.ratioDays(), ratios);
    }

    private PlanView view(SuccessPlan plan, StaffMember me) {
        var content = plan.content();
        FollowUp look = plan.followUp();
        List<GoalView> goals = new ArrayList<>();
        for (int place = 0; place < content.goals().size(); place++) {
            Goal goal = content.goals().get(place);
            Outcome outcome = look == null ? null : look.outcomes().get(place);
            goals.add(new GoalView(
                    goal.yardstick(),
                    ShareView.of(plan.figures().of(goal.yardstick())),
                    goal.to(),
                    goal.by(),
                    outcome == null ? null : ShareView.of(outcome.value()),
                    outcome == null ? null : outcome.reached()));
        }
        return new PlanView(
                plan.id().toString(),
                plan.number(),
                plan.status(),
                plan.isDue(dealerships.get(me.dealership()).today(clock)),
                plan.version(),
                plan.talk().toString(),
                plan.week().monday(),
                plan.heldOn(),
                username(plan.consultant(), me),
                username(plan.manager(), me),
                content.chosenBecause(),
                content.strengths(),
                content.weaknesses(),
                content.rootCause(),
                view(plan.figures()),
                goals,
                content.steps().stream()
                        .map(step -> new StepView(
                                step.what(), step.by(), step.support() == null ? null : username(step.support(), me)))
                        .toList(),
                content.followUpOn(),
                view(plan.byConsultant(), me),
                view(plan.byManager(), me),
                look == null ? null : new FollowUpView(look.on(), username(look.by(), me), look.said()),
                plan.replaces() == null ? null : plan.replaces().toString(),
                plan.replacedBy() == null ? null : plan.replacedBy().toString());
    }

    private @Nullable SignedView view(@Nullable Signed signed, StaffMember me) {
        if (signed == null) {
            return null;
        }
        ZoneId zone = dealerships.get(me.dealership()).zone();
        return new SignedView(
                signed.at().atZone(zone).toOffsetDateTime(),
                signed.signature().isDrawn(),
                username(signed.takenBy(), me));
    }

    private String username(StaffId id, StaffMember me) {
        return staff.find(me.dealership(), id).map(StaffMember::username).orElse("");
    }
}
