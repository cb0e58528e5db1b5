package io.genjin.followup.web;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.followup.Escalation;
import io.genjin.followup.Worklist;
import io.genjin.prospect.NextStepReason;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The morning list for other systems. */
@RestController
class WorklistApi {

    /** A consultant by sign-in name and name. */
    record Owner(String username, String name) {}

    /**
     * One customer who must be contacted.
     *
     * @param escalation before whom the overdue promise has come: owner, showroom manager or sales manager
     * @param handover   the new owner owes the first contact, earlier than the promise
     * @param callback   which call to an owner it is; nothing for a customer who is to be followed
     */
    record Item(
            String prospectId,
            String customerName,
            String maskedMobile,
            Grade grade,
            OffsetDateTime dueAt,
            long overdueDays,
            Escalation.@Nullable Level escalation,
            NextStepReason reason,
            boolean handover,
            Worklist.ItemKind kind,
            List<OpenView> open,
            @Nullable String callback,
            Owner owner) {}

    /** What stands open with the customer: its code, the customer's words, and by when an answer was promised. */
    record OpenView(
            String code, @Nullable String words, @Nullable LocalDate dueOn) {}

    /** The list of a day. */
    record Answer(LocalDate date, List<Item> items) {}

    private final Worklist worklist;
    private final WorklistSheet sheet;
    private final WorklistQuestion questions;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Clock clock;

    WorklistApi(
            Worklist worklist,
            WorklistSheet sheet,
            WorklistQuestion questions,
            StaffDirectory staff,
            Dealerships dealerships,
            Clock clock) {
        this.worklist = worklist;
        this.sheet = sheet;
        this.questions = questions;
        this.staff = staff;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    @GetMapping("/api/v1/worklist")
    Answer list(
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable String consultant,
            StaffMember me) {
        Dealership dealership = dealerships.get(me.dealership());
        LocalDate day = date == null ? dealership.today(clock) : date;
        return new Answer(
                day,
                worklist.of(day, questions.consultant(consultant, me), me).stream()
                        .map(item -> item(item, dealership))
                        .toList());
    }

    private Item item(Worklist.Item item, Dealership dealership) {
        StaffMember owner = staff.get(dealership.id(), item.owner());
        return new Item(
                item.prospect().toString(),
                item.customerName(),
                item.maskedMobile(),
                item.grade(),
                item.dueAt().atZone(dealership.zone()).toOffsetDateTime(),
                item.overdueDays(),
                item.escalation(),
                item.reason(),
                item.handover(),
                item.kind(),
                item.open().stream()
                        .map(point -> new OpenView(point.codeKey(), point.words(), point.dueOn()))
                        .toList(),
                item.call(),
                new Owner(owner.username(), owner.name()));
    }

    @GetMapping(value = "/api/v1/worklist.xlsx", produces = WorklistSheet.TYPE)
    ResponseEntity<byte[]> sheet(
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable String consultant,
            StaffMember me,
            jakarta.servlet.http.HttpServletRequest request) {
        return sheet.answer(date, questions.consultant(consultant, me), me, request);
    }
}
