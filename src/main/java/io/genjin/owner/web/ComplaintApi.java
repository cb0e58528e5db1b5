package io.genjin.owner.web;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.owner.CallbackType;
import io.genjin.owner.Complaint;
import io.genjin.owner.ComplaintDesk;
import io.genjin.owner.OwnerBook;
import io.genjin.owner.OwnerMonth;
import io.genjin.owner.QuestionDesk;
import io.genjin.owner.QuestionSet;
import io.genjin.shared.Page;
import io.genjin.shared.TypedId;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Complaints, questions and months of the owners for other systems. */
@RestController
@RequestMapping("/api/v1")
class ComplaintApi {

    private final ComplaintDesk desk;
    private final OwnerBook book;
    private final OwnerMonth months;
    private final QuestionDesk questions;
    private final StaffDirectory staff;
    private final Dealerships dealerships;

    ComplaintApi(
            ComplaintDesk desk,
            OwnerBook book,
            OwnerMonth months,
            QuestionDesk questions,
            StaffDirectory staff,
            Dealerships dealerships) {
        this.desk = desk;
        this.book = book;
        this.months = months;
        this.questions = questions;
        this.staff = staff;
        this.dealerships = dealerships;
    }

    /** What was done about a complaint at one moment. */
    record StepView(
            Complaint.Step.Kind step, String said, @Nullable String by, OffsetDateTime at) {}

    /** A complaint on its way to its end; people by sign-in name. */
    record ComplaintView(
            String id,
            String ownerId,
            String prospectId,
            @Nullable String callbackId,
            String customerName,
            String complaint,
            Complaint.Status status,
            String responsible,
            LocalDate dueDate,
            int rounds,
            boolean escalated,
            @Nullable String answer,
            Complaint.@Nullable How closedHow,
            @Nullable String closeReason,
            List<StepView> steps) {}

    static ComplaintView view(OwnerBook.Case one, StaffDirectory staff, Dealerships dealerships, StaffMember me) {
        Complaint complaint = one.complaint();
        Dealership dealership = dealerships.get(me.dealership());
        Complaint.Closing end = complaint.closing();
        return new ComplaintView(
                complaint.id().toString(),
                complaint.owner().toString(),
                complaint.prospect().toString(),
                complaint.callback() == null ? null : complaint.callback().toString(),
                one.file().customerName(),
                complaint.text(),
                complaint.status(),
                staff.get(me.dealership(), complaint.responsible()).username(),
                complaint.dueDate(),
                complaint.rounds(),
                complaint.escalatedAt() != null,
                complaint.answer(),
                end == null ? null : end.how(),
                end == null ? null : end.reason(),
                one.steps().stream()
                        .map(step -> new StepView(
                                step.kind(),
                                step.said(),
                                username(step.by(), staff, me),
                                step.at().atZone(dealership.zone()).toOffsetDateTime()))
                        .toList());
    }

    private static @Nullable String username(@Nullable StaffId id, StaffDirectory staff, StaffMember me) {
        return id == null ? null : staff.get(me.dealership(), id).username();
    }

    /** What the responsible did. */
    record AnswerBody(@Nullable String done) {}

    /** What came of asking again. */
    record AskedBody(
            ComplaintDesk.@Nullable Asked result, @Nullable String said) {}

    /** Why a manager ends it. */
    record DecisionBody(@Nullable String reason) {}

    /** Who answers for it (sign-in name). */
    record ResponsibleBody(@Nullable String to) {}

    /** The next version of the questions, made from version {@code from}. */
    record QuestionsBody(
            @Nullable Integer from,
            @Nullable Integer unhappyBelow,
            @Nullable List<QuestionDesk.Line> questions) {}

    @GetMapping("/complaints")
    Page<ComplaintView> list(@RequestParam(defaultValue = "true") boolean open, StaffMember me) {
        return new Page<>(
                book.complaints(open, me).stream()
                        .map(one -> view(one, staff, dealerships, me))
                        .toList(),
                null);
    }

    @GetMapping("/complaints/{id}")
    ComplaintView read(@PathVariable String id, StaffMember me) {
        return view(book.complaint(TypedId.parse(id), me), staff, dealerships, me);
    }

    @PostMapping("/complaints/{id}/answer")
    ComplaintView answer(@PathVariable String id, @RequestBody AnswerBody body, StaffMember me) {
        desk.answer(TypedId.parse(id), body.done(), me);
        return read(id, me);
    }

    @PostMapping("/complaints/{id}/asked")
    ComplaintView asked(@PathVariable String id, @RequestBody AskedBody body, StaffMember me) {
        desk.asked(TypedId.parse(id), body.result(), body.said(), me);
        return read(id, me);
    }

    @PostMapping("/complaints/{id}/decision")
    ComplaintView decide(@PathVariable String id, @RequestBody DecisionBody body, StaffMember me) {
        desk.decide(TypedId.parse(id), body.reason(), me);
        return read(id, me);
    }

    @PostMapping("/complaints/{id}/responsible")
    ComplaintView assign(@PathVariable String id, @RequestBody ResponsibleBody body, StaffMember me) {
        desk.assign(TypedId.parse(id), body.to(), me);
        return read(id, me);
    }

    @GetMapping("/owner-months/{month}")
    OwnerMonth.Figures month(@PathVariable String month, StaffMember me) {
        return months.of(MonthPages.month(month), me);
    }

    /** The calls behind a number, by id. */
    @GetMapping("/owner-months/{month}/calls")
    List<String> calls(
            @PathVariable String month,
            @RequestParam CallbackType type,
            @RequestParam OwnerMonth.Part part,
            StaffMember me) {
        return months.calls(MonthPages.month(month), type, part, me).stream()
                .map(row -> row.call().id().toString())
                .toList();
    }

    @PostMapping("/owner-months/{month}/hand-in")
    OwnerMonth.Figures handIn(@PathVariable String month, @RequestBody RemarkBody body, StaffMember me) {
        months.handIn(MonthPages.month(month), body.remark(), me);
        return months.handedIn(MonthPages.month(month), me).orElseThrow().figures();
    }

    /** A word on what a month means. */
    record RemarkBody(@Nullable String remark) {}

    @GetMapping("/owner-questions")
    QuestionSet questions(StaffMember me) {
        return questions.current(me);
    }

    @PutMapping("/owner-questions")
    QuestionSet set(@RequestBody QuestionsBody body, StaffMember me) {
        List<QuestionDesk.Line> lines = body.questions() == null ? List.of() : body.questions();
        return questions.set(lines, body.unhappyBelow(), body.from(), me);
    }
}
