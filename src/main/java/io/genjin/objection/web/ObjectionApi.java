package io.genjin.objection.web;

import io.genjin.dealership.Dealerships;
import io.genjin.objection.Answer;
import io.genjin.objection.Learned;
import io.genjin.objection.Objection;
import io.genjin.objection.ObjectionDesk;
import io.genjin.objection.ObjectionFile;
import io.genjin.objection.ObjectionId;
import io.genjin.objection.ObjectionResult;
import io.genjin.objection.ObjectionType;
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

/** Objections for other systems; the same checks as on the pages. */
@RestController
@RequestMapping("/api/v1")
class ObjectionApi {

    private static final int DAYS_BACK = 89;

    private final ObjectionDesk desk;
    private final ObjectionFile file;
    private final Learned learned;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;
    private final Clock clock;

    ObjectionApi(
            ObjectionDesk desk,
            ObjectionFile file,
            Learned learned,
            StaffDirectory staff,
            Dealerships dealerships,
            Once once,
            Clock clock) {
        this.desk = desk;
        this.file = file;
        this.learned = learned;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
        this.clock = clock;
    }

    /**
     * An answer to an objection.
     *
     * @param answeredBy sign-in name of who said it; nothing means the caller
     * @param answerDue  by when another answer is promised when it stands open; nothing means the next day
     */
    record AnswerBody(
            @Nullable String answer,
            @Nullable String answeredBy,
            @Nullable ObjectionResult result,
            @Nullable LocalDate answerDue) {

        ObjectionDesk.Given given() {
            return new ObjectionDesk.Given(answer, answeredBy, result, answerDue);
        }
    }

    /**
     * An objection.
     *
     * @param model     nothing means the card's first
     * @param answer    what was answered at once
     * @param answerDue by when an answer is promised; nothing means the next day
     */
    record ObjectionBody(
            @Nullable ObjectionType type,
            @Nullable String wording,
            @Nullable String competitor,
            @Nullable String model,
            @Nullable AnswerBody answer,
            @Nullable LocalDate answerDue) {}

    /** By when an answer is promised now. */
    record ReopenBody(@Nullable LocalDate answerDue) {}

    /** A person by sign-in name and name. */
    record Person(String username, String name) {}

    /** An answer, whether it convinced the customer, and whether that held. */
    record AnswerView(
            String answer, ObjectionResult result, boolean worked, Person answeredBy, OffsetDateTime answeredAt) {}

    /** An objection with its answers, oldest first. */
    record ObjectionView(
            String id,
            String prospectId,
            ObjectionType type,
            String wording,
            @Nullable String competitor,
            @Nullable String model,
            ObjectionResult result,
            @Nullable LocalDate answerDue,
            Person raisedBy,
            OffsetDateTime raisedAt,
            List<AnswerView> answers) {}

    /** An answer that worked, without anything of a customer; {@code rate} in per cent. */
    record KnownView(
            ObjectionType type,
            @Nullable String model,
            String answer,
            long used,
            long worked,
            @Nullable BigDecimal rate) {}

    /** Objections of one kind; the rate is of those that are settled. */
    record TypeView(
            ObjectionType type,
            long all,
            @Nullable BigDecimal share,
            long resolved,
            long open,
            long lost,
            @Nullable BigDecimal rate) {}

    /** Objections about a model in which a competitor was named. */
    record CompetitorView(
            @Nullable String model,
            String competitor,
            long named,
            @Nullable BigDecimal share) {}

    /** The figures of a time. */
    record FiguresView(LocalDate from, LocalDate to, List<TypeView> types, List<CompetitorView> competitors) {}

    @GetMapping("/prospects/{id}/objections")
    Page<ObjectionView> of(@PathVariable ProspectId id, StaffMember me) {
        return new Page<>(
                file.open(id, me).objections().stream()
                        .map(one -> view(one, me))
                        .toList(),
                null);
    }

    @PostMapping("/prospects/{id}/objections")
    @Answers(value = ObjectionView.class, status = 201)
    ResponseEntity<?> raise(
            @PathVariable ProspectId id,
            @RequestBody ObjectionBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, new ObjectionPages.Asked(id, body), me.dealership(), me.id(), () -> {
            Objection objection = desk.raise(
                    id,
                    new ObjectionDesk.Raised(
                            body.type(),
                            body.wording(),
                            body.competitor(),
                            body.model(),
                            body.answer() == null ? null : body.answer().given(),
                            body.answer() == null || body.answer().answerDue() == null
                                    ? body.answerDue()
                                    : body.answer().answerDue()),
                    me);
            return ResponseEntity.created(URI.create("/api/v1/objections/" + objection.id()))
                    .body(view(objection, me));
        });
    }

    @GetMapping("/objections")
    Page<ObjectionView> find(
            @RequestParam(required = false) @Nullable ObjectionType type,
            @RequestParam(required = false) @Nullable ObjectionResult result,
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(required = false) @Nullable String competitor,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me) {
        return file.find(new ObjectionFile.Filter(type, result, model, competitor, from, to), limit, cursor, me)
                .map(one -> view(one, me));
    }

    @GetMapping("/objections/{id}")
    ObjectionView one(@PathVariable ObjectionId id, StaffMember me) {
        return view(file.get(id, me), me);
    }

    @PostMapping("/objections/{id}/answers")
    @Answers(value = AnswerView.class, status = 201)
    ResponseEntity<?> answer(
            @PathVariable ObjectionId id,
            @RequestBody AnswerBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(
                key, new ObjectionPages.Asked(id, body), me.dealership(), me.id(), () -> ResponseEntity.created(
                                URI.create("/api/v1/objections/" + id))
                        .body(view(desk.answer(id, body.given(), me), me)));
    }

    @PostMapping("/objections/{id}/reopening")
    ObjectionView reopen(@PathVariable ObjectionId id, @RequestBody ReopenBody body, StaffMember me) {
        return view(desk.reopen(id, body.answerDue(), me), me);
    }

    @GetMapping("/objections/answers")
    Page<KnownView> answers(
            @RequestParam(required = false) @Nullable ObjectionType type,
            @RequestParam(required = false) @Nullable String model,
            StaffMember me) {
        return new Page<>(
                learned.answers(type, model, me).stream()
                        .map(one -> new KnownView(
                                one.type(),
                                one.model(),
                                one.words(),
                                one.used(),
                                one.worked(),
                                one.rate().percent()))
                        .toList(),
                null);
    }

    @GetMapping("/objections/figures")
    FiguresView figures(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            StaffMember me) {
        LocalDate last =
                PeriodDay.of("to", to == null ? dealerships.get(me.dealership()).today(clock) : to);
        LocalDate first = from == null ? last.minusDays(DAYS_BACK) : from;
        Learned.Figures figures = learned.figures(first, last, me);
        long all = figures.sum().all();
        return new FiguresView(
                first,
                last,
                figures.types().stream()
                        .map(one -> new TypeView(
                                one.type(),
                                one.all(),
                                new Learned.Rate(one.all(), all).percent(),
                                one.resolved(),
                                one.open(),
                                one.lost(),
                                one.rate().percent()))
                        .toList(),
                figures.competitors().stream()
                        .map(one -> new CompetitorView(
                                one.model(),
                                one.competitor(),
                                one.named(),
                                one.share().percent()))
                        .toList());
    }

    private ObjectionView view(Objection one, StaffMember me) {
        return new ObjectionView(
                one.id().toString(),
                one.prospect().toString(),
                one.type(),
                one.wording(),
                one.competitor(),
                one.model(),
                one.result(),
                one.answerDue(),
                person(one.raisedBy(), me),
                local(one.raisedAt(), me),
                one.answers().stream().map(answer -> view(answer, me)).toList());
    }

    private AnswerView view(Answer answer, StaffMember me) {
        return new AnswerView(
                answer.words(),
                answer.result(),
                answer.worked(),
                person(answer.answeredBy(), me),
                local(answer.answeredAt(), me));
    }

    private OffsetDateTime local(Instant at, StaffMember me) {
        return at.atZone(dealerships.get(me.dealership()).zone()).toOffsetDateTime();
    }

    private Person person(StaffId id, StaffMember me) {
        StaffMember member = staff.get(me.dealership(), id);
        return new Person(member.username(), member.name());
    }
}
