package io.genjin.handover.web;

import io.genjin.handover.Handover;
import io.genjin.handover.HandoverDesk;
import io.genjin.handover.HandoverId;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.Grade;
import io.genjin.shared.NothingHere;
import io.genjin.shared.web.Answers;
import io.genjin.shared.web.Once;
import io.genjin.staff.StaffDesk;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Notice and handing over for other systems; people are named by sign-in name. */
@RestController
@RequestMapping("/api/v1")
class HandoverApi {

    /** From which day on the person takes nothing out of the house. */
    record NoticeBody(@Nullable LocalDate from) {}

    /** A successor for one customer: a sign-in name, ROTATION or POOL. */
    record Choice(String prospectId, String to) {}

    /** Successors by customer; {@code otherwise} for those not named: a sign-in name, ROTATION (at first) or POOL. */
    record PlanBody(
            @Nullable List<Choice> choices, @Nullable String otherwise) {}

    /** What one successor gets; nobody stands for the pool. */
    record Share(@Nullable String to, int customers, Map<Grade, Integer> grades) {}

    record Item(
            String prospectId,
            Grade grade,
            @Nullable String to,
            @Nullable String outcome) {}

    /** A plan, or what became of it. */
    record One(
            String id,
            String leaver,
            boolean finished,
            long waiting,
            long refused,
            List<Share> shares,
            List<Item> items) {}

    private final HandoverDesk desk;
    private final StaffDesk people;
    private final StaffDirectory staff;
    private final Once once;

    HandoverApi(HandoverDesk desk, StaffDesk people, StaffDirectory staff, Once once) {
        this.desk = desk;
        this.people = people;
        this.staff = staff;
        this.once = once;
    }

    @PostMapping("/staff/{username}/notice")
    @Answers(status = 204)
    ResponseEntity<Void> notice(@PathVariable String username, @RequestBody NoticeBody body, StaffMember me) {
        people.giveNotice(leaver(username, me).id(), body.from(), me);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/staff/{username}/notice/withdrawal")
    @Answers(status = 204)
    ResponseEntity<Void> withdraw(@PathVariable String username, StaffMember me) {
        people.withdrawNotice(leaver(username, me).id(), me);
        return ResponseEntity.noContent().build();
    }

    /** Plans who gets whom; nothing is given before the plan is run. */
    @PostMapping("/staff/{username}/handovers")
    @Answers(value = One.class, status = 201)
    ResponseEntity<?> plan(
            @PathVariable String username,
            @RequestBody PlanBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, body, me.dealership(), me.id(), () -> {
            Map<ProspectId, String> choices = new HashMap<>();
            if (body.choices() != null) {
                body.choices().forEach(choice -> choices.put(ProspectId.of(choice.prospectId()), choice.to()));
            }
            HandoverId id = desk.plan(leaver(username, me).id(), choices, body.otherwise(), me);
            return ResponseEntity.created(URI.create("/api/v1/handovers/" + id)).body(one(desk.get(id, me)));
        });
    }

    @GetMapping("/handovers/{id}")
    One read(@PathVariable HandoverId id, StaffMember me) {
        return one(desk.get(id, me));
    }

    /** Carries the plan out from where it stands; done twice it does nothing more. */
    @PostMapping("/handovers/{id}/run")
    One run(@PathVariable HandoverId id, StaffMember me) {
        return one(desk.run(id, me));
    }

    private StaffMember leaver(String username, StaffMember me) {
        return staff.byUsername(me.dealership(), username).orElseThrow(() -> new NothingHere(username));
    }

    private One one(Handover handover) {
        return new One(
                handover.id().toString(),
                handover.leaver().toString(),
                handover.finishedAt() != null,
                handover.waiting(),
                handover.refused(),
                handover.shares().stream()
                        .map(share -> new Share(text(share.to()), share.customers(), share.grades()))
                        .toList(),
                handover.items().stream()
                        .map(item ->
                                new Item(item.prospect().toString(), item.grade(), text(item.to()), item.outcome()))
                        .toList());
    }

    private static @Nullable String text(@Nullable StaffId id) {
        return id == null ? null : id.toString();
    }
}
