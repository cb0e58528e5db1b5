package io.genjin.process.web;

import io.genjin.dealership.Dealerships;
import io.genjin.privacy.AccessLog;
import io.genjin.process.CaseCourse;
import io.genjin.process.EventLog;
import io.genjin.process.Funnel;
import io.genjin.process.ProcessDesk;
import io.genjin.process.ProcessFile;
import io.genjin.process.SkipReason;
import io.genjin.process.Stage;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.Page;
import io.genjin.shared.PeriodDay;
import io.genjin.shared.web.Answers;
import io.genjin.shared.web.Once;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
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

/** The process for other systems: the course of a case, the funnel, and the event log page by page. */
@RestController
@RequestMapping("/api/v1")
class ProcessApi {

    private static final int DAYS_BACK = 89;

    private final ProcessDesk desk;
    private final ProcessFile file;
    private final Funnel funnel;
    private final EventLog log;
    private final AccessLog accessLog;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;
    private final Clock clock;

    ProcessApi(
            ProcessDesk desk,
            ProcessFile file,
            Funnel funnel,
            EventLog log,
            AccessLog accessLog,
            StaffDirectory staff,
            Dealerships dealerships,
            Once once,
            Clock clock) {
        this.desk = desk;
        this.file = file;
        this.funnel = funnel;
        this.log = log;
        this.accessLog = accessLog;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
        this.clock = clock;
    }

    /** A person by sign-in name and name. */
    record Person(String username, String name) {}

    /** One stage of a case; {@code place} is its place in the order in which the stages were really reached. */
    record StepView(
            int number,
            Stage stage,
            CaseCourse.State state,
            boolean current,
            @Nullable OffsetDateTime at,
            @Nullable Person by,
            @Nullable String reason,
            @Nullable Integer place,
            @Nullable Long daysSince) {}

    /** The ten stages of a case, in the manual's order. */
    record CourseView(List<StepView> stages) {}

    /** Which stage is left out, and why. */
    record SkipBody(
            @Nullable Stage stage,
            @Nullable SkipReason reason,
            @Nullable String note) {}

    /** One stage of the funnel. */
    record LevelView(
            int number, Stage stage, long reached, @Nullable BigDecimal medianDays) {}

    /** The funnel of a time. */
    record FunnelView(LocalDate from, LocalDate to, List<LevelView> stages) {}

    @GetMapping("/prospects/{id}/process")
    CourseView course(@PathVariable ProspectId id, StaffMember me) {
        return view(file.open(id, me).course(), me);
    }

    @PostMapping("/prospects/{id}/process/skips")
    @Answers(value = CourseView.class, status = 201)
    ResponseEntity<?> skip(
            @PathVariable ProspectId id,
            @RequestBody SkipBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(
                key, new ProcessPages.Asked(id, body), me.dealership(), me.id(), () -> ResponseEntity.created(
                                URI.create("/api/v1/prospects/" + id + "/process"))
                        .body(view(desk.skip(id, body.stage(), body.reason(), body.note(), me), me)));
    }

    @GetMapping("/process/funnel")
    FunnelView funnel(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            StaffMember me) {
        LocalDate last = last(to, me);
        LocalDate first = from == null ? last.minusDays(DAYS_BACK) : from;
        return new FunnelView(
                first,
                last,
                funnel.levels(first, last, me).stream()
                        .map(level -> new LevelView(
                                level.stage().number(), level.stage(), level.reached(), level.medianDays()))
                        .toList());
    }

    /** Each page taken is logged like a file. */
    @GetMapping("/process/events")
    Page<EventLog.Event> events(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "200") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me) {
        LocalDate last = last(to, me);
        LocalDate first = from == null ? last.minusDays(DAYS_BACK) : from;
        Page<EventLog.Event> page = log.page(first, last, limit, cursor, me);
        accessLog.downloadedUncounted(me, "process-events " + first + "-" + last, (int)
                page.items().stream().map(EventLog.Event::caseId).distinct().count());
        return page;
    }

    private LocalDate last(@Nullable LocalDate to, StaffMember me) {
        return PeriodDay.of("to", to == null ? dealerships.get(me.dealership()).today(clock) : to);
    }

    private CourseView view(CaseCourse course, StaffMember me) {
        return new CourseView(course.steps().stream()
                .map(step -> new StepView(
                        step.stage().number(),
                        step.stage(),
                        step.state(),
                        step.current(),
                        local(step.at(), me),
                        person(step.by(), me),
                        step.reason(),
                        step.place() == 0 ? null : step.place(),
                        step.sinceDays()))
                .toList());
    }

    private @Nullable OffsetDateTime local(@Nullable Instant at, StaffMember me) {
        return at == null
                ? null
                : at.atZone(dealerships.get(me.dealership()).zone()).toOffsetDateTime();
    }

    private @Nullable Person person(@Nullable UUID id, StaffMember me) {
        return id == null
                ? null
                : staff.find(me.dealership(), new StaffId(id))
                        .map(member -> new Person(member.username(), member.name()))
                        .orElse(null);
    }
}
