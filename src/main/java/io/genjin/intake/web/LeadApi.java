package io.genjin.intake.web;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealerships;
import io.genjin.intake.AllocationDesk;
import io.genjin.intake.LeadDesk;
import io.genjin.intake.LeadId;
import io.genjin.intake.LeadList;
import io.genjin.intake.Suggestion;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Page;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.web.Answers;
import io.genjin.shared.web.Once;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import java.net.URI;
import java.time.ZoneId;
import java.util.Map;
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

/** Leads for HQ and other systems: report, list, allocate, find invalid. */
@RestController
@RequestMapping("/api/v1/leads")
class LeadApi {

    private final LeadDesk desk;
    private final AllocationDesk allocation;
    private final LeadList list;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;

    LeadApi(
            LeadDesk desk,
            AllocationDesk allocation,
            LeadList list,
            StaffDirectory staff,
            Dealerships dealerships,
            Once once) {
        this.desk = desk;
        this.allocation = allocation;
        this.list = list;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
    }

    /** To whom a lead goes (sign-in name). */
    record AllocationBody(@Nullable String to) {}

    /** Why a lead is taken from its consultant. */
    record TakeBackBody(@Nullable String reason) {}

    /** Why a lead is none. */
    record InvalidationBody(@Nullable String reason) {}

    @PostMapping
    @Answers(
            value = LeadView.One.class,
            status = {200, 201})
    ResponseEntity<?> receive(
            @RequestBody LeadBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        DealershipId in = desk.addressee(body.dealership(), me);
        return Tenancy.within(in, () -> once.answer(key, body, in, me.id(), () -> received(body, in, me)));
    }

    private ResponseEntity<LeadView.One> received(LeadBody body, DealershipId in, StaffMember me) {
        LeadDesk.Arrival arrival = desk.receive(body.toLead(), in, me);
        LeadView.One view =
                LeadView.One.of(arrival.lead(), staff, dealerships.get(in).zone());
        return arrival.isNew()
                ? ResponseEntity.created(URI.create("/api/v1/leads/" + view.id()))
                        .body(view)
                : ResponseEntity.ok(view);
    }

    @GetMapping
    Page<LeadView.Item> list(
            @RequestParam(defaultValue = "all") LeadList.Which status,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me) {
        if (limit < 1 || limit > 100) {
            throw new FieldsRefused(Field.of("limit", "field.limit"));
        }
        ZoneId zone = dealerships.get(me.dealership()).zone();
        Page<LeadList.Row> page = list.find(status, limit, cursor, me);
        Map<LeadId, Suggestion> suggestions =
                status == LeadList.Which.waiting ? allocation.suggestions(page.items(), me) : Map.of();
        return page.map(row -> LeadView.Item.of(row, suggestions.get(row.lead().id()), staff, zone));
    }

    @GetMapping("/{id}")
    LeadView.One read(@PathVariable LeadId id, StaffMember me) {
        return LeadView.One.of(
                desk.get(id, me), staff, dealerships.get(me.dealership()).zone());
    }

    @PostMapping("/{id}/allocation")
    LeadView.One allocate(
            @PathVariable LeadId id, @RequestBody(required = false) @Nullable AllocationBody body, StaffMember me) {
        return LeadView.One.of(
                allocation.allocate(id, body == null ? null : body.to(), me),
                staff,
                dealerships.get(me.dealership()).zone());
    }

    /** The consultant did not follow it: the lead waits for another one, and its clock runs on. */
    @PostMapping("/{id}/take-back")
    LeadView.One takeBack(
            @PathVariable LeadId id, @RequestBody(required = false) @Nullable TakeBackBody body, StaffMember me) {
        return LeadView.One.of(
                allocation.takeBack(id, body == null ? null : body.reason(), me),
                staff,
                dealerships.get(me.dealership()).zone());
    }

    @PostMapping("/{id}/invalidation")
    LeadView.One invalidate(
            @PathVariable LeadId id, @RequestBody(required = false) @Nullable InvalidationBody body, StaffMember me) {
        return LeadView.One.of(
                desk.invalidate(id, body == null ? null : body.reason(), me),
                staff,
                dealerships.get(me.dealership()).zone());
    }
}
