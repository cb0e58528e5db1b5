package io.genjin.erasure.web;

import io.genjin.dealership.Dealerships;
import io.genjin.erasure.Erasure;
import io.genjin.erasure.ErasureDesk;
import io.genjin.erasure.ErasureId;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.Page;
import io.genjin.shared.web.Answers;
import io.genjin.shared.web.Once;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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

/** Erasures for other systems, such as the one that takes customers' wishes; the same two people as on the pages. */
@RestController
@RequestMapping("/api/v1")
class ErasureApi {

    private static final int SHOWN = 50;

    private final ErasureDesk desk;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;

    ErasureApi(ErasureDesk desk, StaffDirectory staff, Dealerships dealerships, Once once) {
        this.desk = desk;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
    }

    /** Why the customer is to be erased. */
    record ErasureBody(Erasure.@Nullable Reason reason) {}

    /** Why not. */
    record RefusalBody(Erasure.@Nullable Declined why) {}

    /**
     * A wish that a customer be erased, and what became of it.
     *
     * @param dueOn by when the customer must have an answer
     * @param rows  out of how many records something was taken
     */
    record ErasureView(
            String id,
            String prospectId,
            Erasure.Reason reason,
            @Nullable String askedBy,
            OffsetDateTime askedAt,
            LocalDate dueOn,
            Erasure.Status status,
            Erasure.@Nullable Declined declinedFor,
            @Nullable String decidedBy,
            @Nullable OffsetDateTime decidedAt,
            @Nullable OffsetDateTime doneAt,
            int cases,
            int rows) {}

    @GetMapping("/erasures")
    Page<ErasureView> list(@RequestParam(name = "cursor", required = false) @Nullable String cursor, StaffMember me) {
        return desk.page(me, SHOWN, cursor).map(one -> view(one, me));
    }

    @PostMapping("/prospects/{id}/erasures")
    @Answers(value = ErasureView.class, status = 201)
    ResponseEntity<?> ask(
            @PathVariable ProspectId id,
            @RequestBody ErasureBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(
                key, new ErasurePages.Asked(id, body), me.dealership(), me.id(), () -> ResponseEntity.created(
                                URI.create("/api/v1/erasures"))
                        .body(view(desk.ask(id, body.reason(), me), me)));
    }

    @PostMapping("/erasures/{id}/confirmation")
    ErasureView confirm(@PathVariable ErasureId id, StaffMember me) {
        return view(desk.confirm(id, me), me);
    }

    @PostMapping("/erasures/{id}/refusal")
    ErasureView decline(@PathVariable ErasureId id, @RequestBody RefusalBody body, StaffMember me) {
        return view(desk.decline(id, body.why(), me), me);
    }

    private ErasureView view(Erasure one, StaffMember me) {
        return new ErasureView(
                one.id().toString(),
                one.prospect().toString(),
                one.reason(),
                name(one.askedBy(), me),
                local(one.askedAt(), me),
                one.dueOn(),
                one.status(),
                one.declinedFor(),
                name(one.decidedBy(), me),
                one.decidedAt() == null ? null : local(one.decidedAt(), me),
                one.doneAt() == null ? null : local(one.doneAt(), me),
                one.cases(),
                one.rows());
    }

    private @Nullable String name(@Nullable StaffId id, StaffMember me) {
        return id == null ? null : staff.get(me.dealership(), id).username();
    }

    private OffsetDateTime local(Instant at, StaffMember me) {
        return at.atZone(dealerships.get(me.dealership()).zone()).toOffsetDateTime();
    }
}
