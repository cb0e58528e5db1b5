package io.genjin.duplicate.web;

import io.genjin.dealership.Dealerships;
import io.genjin.duplicate.Candidate;
import io.genjin.duplicate.CandidateId;
import io.genjin.duplicate.DuplicateDesk;
import io.genjin.duplicate.LookThrough;
import io.genjin.duplicate.MatchReason;
import io.genjin.duplicate.Strength;
import io.genjin.prospect.CardStatus;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectStatus;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Grade;
import io.genjin.shared.NothingHere;
import io.genjin.shared.Page;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.web.Answers;
import io.genjin.shared.web.Once;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneId;
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

/** Pairs of cases that may be one customer, for other systems. */
@RestController
@RequestMapping("/api/v1")
class DuplicateApi {

    private final DuplicateDesk desk;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;

    DuplicateApi(DuplicateDesk desk, StaffDirectory staff, Dealerships dealerships, Once once) {
        this.desk = desk;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
    }

    /** One of the two cases: enough to recognise it, without a number. */
    record CaseItem(
            String id,
            String cardNo,
            String customerName,
            String maskedMobile,
            ProspectStatus status,
            CardStatus cardStatus,
            Grade grade,
            String owner,
            int version) {}

    /** Which case the customer administrator would keep. */
    record ProposalItem(String by, OffsetDateTime at, String survivor) {}

    /** A pair with the reasons of the match. */
    record CandidateItem(
            String id,
            Candidate.Status status,
            List<MatchReason> reasons,
            int strength,
            Strength likelihood,
            CaseItem first,
            CaseItem second,
            @Nullable String causedBy,
            OffsetDateTime foundAt,
            @Nullable ProposalItem proposal) {}

    /** For how many pairs somebody filed a customer who was on file; without a name they arrived by themselves. */
    record CausedItem(@Nullable String username, int pairs) {}

    /** Why the two are not the same person. */
    record DismissalBody(@Nullable String reason) {}

    /** Which of the two should go on. */
    record ProposalBody(@Nullable String survivor) {}

    /** A look through all customers, and how far it is. */
    record LookView(
            OffsetDateTime askedAt,
            int looked,
            int found,
            @Nullable OffsetDateTime finishedAt) {}

    @GetMapping("/duplicates")
    Page<CandidateItem> list(
            @RequestParam(required = false) @Nullable String causedBy,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me) {
        if (limit < 1 || limit > 100) {
            throw new FieldsRefused(Field.of("limit", "field.limit"));
        }
        return desk.list(Whose.filter(causedBy, staff, me), limit, cursor, me).map(row -> item(row, me));
    }

    @GetMapping("/duplicates/{id}")
    CandidateItem read(@PathVariable CandidateId id, StaffMember me) {
        return item(desk.open(id, me), me);
    }

    @GetMapping("/duplicates/causes")
    List<CausedItem> causes(StaffMember me) {
        return desk.caused(me).stream()
                .map(one -> new CausedItem(username(one.by(), me), one.pairs()))
                .toList();
    }

    @PostMapping("/duplicates/{id}/dismissal")
    @Answers(value = CandidateItem.class, status = 200)
    ResponseEntity<?> dismiss(
            @PathVariable CandidateId id,
            @RequestBody DismissalBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, new Asked(id, body), me.dealership(), me.id(), () -> {
            desk.dismiss(id, body.reason(), me);
            return ResponseEntity.ok(item(desk.open(id, me), me));
        });
    }

    @PostMapping("/duplicates/{id}/proposal")
    @Answers(value = CandidateItem.class, status = 200)
    ResponseEntity<?> propose(
            @PathVariable CandidateId id,
            @RequestBody ProposalBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, new Asked(id, body), me.dealership(), me.id(), () -> {
            desk.propose(id, body.survivor() == null ? null : ProspectId.of(body.survivor()), me);
            return ResponseEntity.ok(item(desk.open(id, me), me));
        });
    }

    /** What was asked of which pair, by which a repeated key is recognised. */
    record Asked(CandidateId pair, Record body) {}

    /** Looks through all customers; answers at once, the look follows. */
    @PostMapping("/duplicates/looks")
    @Answers(value = LookView.class, status = 202)
    ResponseEntity<LookView> look(StaffMember me) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/duplicates/looks/newest"))
                .body(view(desk.look(me), me));
    }

    @GetMapping("/duplicates/looks/newest")
    LookView newestLook(StaffMember me) {
        return view(desk.newestLook(me).orElseThrow(() -> new NothingHere("look")), me);
    }

    private LookView view(LookThrough look, StaffMember me) {
        ZoneId zone = zone(me);
        return new LookView(
                look.askedAt().atZone(zone).toOffsetDateTime(),
                look.looked(),
                look.found(),
                look.finishedAt() == null
                        ? null
                        : look.finishedAt().atZone(zone).toOffsetDateTime());
    }

    private CandidateItem item(DuplicateDesk.Row row, StaffMember me) {
        Candidate candidate = row.candidate();
        Candidate.Proposal proposal = candidate.proposed();
        ZoneId zone = zone(me);
        return new CandidateItem(
                candidate.id().toString(),
                candidate.status(),
                candidate.reasons(),
                candidate.strength(),
                candidate.inWords(),
                item(row.first(), me),
                item(row.second(), me),
                username(candidate.causedBy(), me),
                candidate.foundAt().atZone(zone).toOffsetDateTime(),
                proposal == null
                        ? null
                        : new ProposalItem(
                                staff.get(me.dealership(), proposal.by()).username(),
                                proposal.at().atZone(zone).toOffsetDateTime(),
                                proposal.survivor().toString()));
    }

    private CaseItem item(Prospect prospect, StaffMember me) {
        return new CaseItem(
                prospect.id().toString(),
                prospect.cardNo(),
                prospect.content().customerName(),
                prospect.content().number().masked(),
                prospect.status(),
                prospect.approval().status(),
                prospect.grade(),
                staff.get(me.dealership(), prospect.owner()).username(),
                prospect.version());
    }

    private @Nullable String username(@Nullable StaffId id, StaffMember me) {
        return id == null ? null : staff.get(me.dealership(), id).username();
    }

    private ZoneId zone(StaffMember me) {
        return dealerships.get(me.dealership()).zone();
    }
}
