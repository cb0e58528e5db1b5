package io.genjin.prospect.web;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.CardDesk;
import io.genjin.prospect.CardFile;
import io.genjin.prospect.CardStatus;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.Opening;
import io.genjin.prospect.OpeningDesk;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectList;
import io.genjin.prospect.ProspectStatus;
import io.genjin.prospect.Source;
import io.genjin.prospect.TransferReason;
import io.genjin.prospect.VersionMissing;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Grade;
import io.genjin.shared.Page;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.web.Answers;
import io.genjin.shared.web.IfMatch;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Problems;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cards for other systems: open, list, read, change, confirm, transfer. */
@RestController
@RequestMapping("/api/v1/prospects")
class ProspectApi {

    private final OpeningDesk openings;
    private final ProspectDesk desk;
    private final CardDesk cards;
    private final CardFile file;
    private final ProspectList list;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final NextDates nextDates;
    private final Once once;
    private final Problems problems;
    private final Clock clock;

    ProspectApi(
            OpeningDesk openings,
            ProspectDesk desk,
            CardDesk cards,
            CardFile file,
            ProspectList list,
            StaffDirectory staff,
            Dealerships dealerships,
            NextDates nextDates,
            Once once,
            Problems problems,
            Clock clock) {
        this.openings = openings;
        this.desk = desk;
        this.cards = cards;
        this.file = file;
        this.list = list;
        this.staff = staff;
        this.dealerships = dealerships;
        this.nextDates = nextDates;
        this.once = once;
        this.problems = problems;
        this.clock = clock;
    }

    /** What a signature or a return says. */
    record CommentBody(@Nullable String comment) {}

    /** To whom a prospect goes (sign-in name) and why. */
    record TransferBody(
            @Nullable String to,
            @Nullable TransferReason reason,
            @Nullable String note) {}

    /** One line of the list of prospects. */
    record Item(
            String id,
            String cardNo,
            String customerName,
            String maskedMobile,
            Grade grade,
            ProspectStatus status,
            CardStatus cardStatus,
            Source source,
            @Nullable String mainModel,
            ProspectView.Person owner,
            NextItem nextFollowUp,
            @Nullable OffsetDateTime lastContactAt) {}

    record NextItem(LocalDate date, NextStepReason reason, OffsetDateTime dueAt, boolean overdue) {}

    /** One entry of the timeline. */
    record Entry(
            String id,
            String kind,
            OffsetDateTime happenedAt,
            OffsetDateTime recordedAt,
            ProspectView.@Nullable Person actor,
            @Nullable String corrects,
            Map<String, Object> details) {}

    @PostMapping
    @Answers(
            value = ProspectView.class,
            status = {200, 201})
    ResponseEntity<?> open(
            @RequestBody CardBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me,
            HttpServletRequest request) {
        if (body.source() == null) {
            throw new FieldsRefused(Field.of("source", "field.required"));
        }
        return once.answer(key, body, me.dealership(), me.id(), () -> {
            Opening opening = openings.open(body.toOpen(), me);
            if (opening instanceof Opening.Opened opened) {
                ProspectView view = view(opened.prospect(), me);
                return ResponseEntity.created(URI.create("/api/v1/prospects/" + view.id()))
                        .eTag("\"" + view.version() + "\"")
                        .body(view);
            }
            if (opening instanceof Opening.Returned returned) {
                ProspectView view =
                        view(desk.get(me.dealership(), returned.prospect().id()), me);
                return ResponseEntity.ok()
                        .location(URI.create("/api/v1/prospects/" + view.id()))
                        .eTag("\"" + view.version() + "\"")
                        .body(view);
            }
            return problems.problem(OpeningRefused.because(opening), request);
        });
    }

    @GetMapping
    Page<Item> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Grade grade,
            @RequestParam(required = false) @Nullable ProspectStatus status,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable Source source,
            ProspectList.@Nullable Due due,
            @RequestParam(required = false) @Nullable CardStatus cardStatus,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me) {
        if (limit < 1 || limit > 100) {
            throw new FieldsRefused(Field.of("limit", "field.limit"));
        }
        Dealership dealership = dealerships.get(me.dealership());
        People people = new People(staff, me.dealership());
        var ownerId = owner == null || owner.isBlank()
                ? null
                : staff.byUsername(me.dealership(), owner)
                        .orElseThrow(() -> new FieldsRefused(Field.of("owner", "field.owner")))
                        .id();
        return list.find(new ProspectList.Filter(q, grade, status, ownerId, source, due, cardStatus), limit, cursor, me)
                .map(row -> new Item(
                        row.id().toString(),
                        String.valueOf(row.cardNo()),
                        row.customerName(),
                        row.maskedMobile(),
                        row.grade(),
                        row.status(),
                        row.cardStatus(),
                        row.source(),
                        row.mainModel(),
                        Objects.requireNonNull(people.person(row.owner())),
                        new NextItem(
                                row.nextDate(),
                                row.nextReason(),
                                row.dueAt().atZone(dealership.zone()).toOffsetDateTime(),
                                row.isOverdue(clock.instant())),
                        ProspectView.at(row.lastContactAt(), dealership.zone())));
    }

    @GetMapping("/{id}")
    ResponseEntity<ProspectView> read(@PathVariable ProspectId id, StaffMember me) {
        return answer(file.open(id, me), me);
    }

    @PatchMapping("/{id}")
    ResponseEntity<ProspectView> change(
            @PathVariable ProspectId id,
            @RequestBody CardBody body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            StaffMember me) {
        int version = version(ifMatch);
        Prospect before = file.open(id, me);
        boolean important = body.importantCustomer() == null ? before.isImportantCustomer() : body.importantCustomer();
        return answer(desk.rewrite(id, body.patching(before.content()), important, version, me), me);
    }

    private static int version(@Nullable String ifMatch) {
        return IfMatch.version(ifMatch).orElseThrow(VersionMissing::new);
    }

    @GetMapping("/{id}/journal")
    Page<Entry> journal(
            @PathVariable ProspectId id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me) {
        if (limit < 1 || limit > 100) {
            throw new FieldsRefused(Field.of("limit", "field.limit"));
        }
        var zone = dealerships.get(me.dealership()).zone();
        People people = new People(staff, me.dealership());
        return file.timeline(id, limit, cursor, me)
                .map(entry -> new Entry(
                        entry.id().toString(),
                        entry.kind(),
                        entry.happenedAt().atZone(zone).toOffsetDateTime(),
                        entry.recordedAt().atZone(zone).toOffsetDateTime(),
                        people.person(entry.actor() == null ? null : new StaffId(entry.actor())),
                        entry.corrects() == null ? null : entry.corrects().toString(),
                        entry.details()));
    }

    @PostMapping("/{id}/submission")
    ResponseEntity<ProspectView> submit(@PathVariable ProspectId id, StaffMember me) {
        return answer(cards.submit(id, me), me);
    }

    @PostMapping("/{id}/signature")
    ResponseEntity<ProspectView> sign(
            @PathVariable ProspectId id, @RequestBody(required = false) @Nullable CommentBody body, StaffMember me) {
        return answer(cards.sign(id, body == null ? null : body.comment(), me), me);
    }

    @PostMapping("/{id}/return")
    ResponseEntity<ProspectView> giveBack(
            @PathVariable ProspectId id, @RequestBody(required = false) @Nullable CommentBody body, StaffMember me) {
        return answer(cards.giveBack(id, body == null ? null : body.comment(), me), me);
    }

    @PostMapping("/{id}/entry")
    ResponseEntity<ProspectView> enter(@PathVariable ProspectId id, StaffMember me) {
        return answer(cards.enter(id, me), me);
    }

    @PostMapping("/{id}/transfers")
    ResponseEntity<ProspectView> transfer(@PathVariable ProspectId id, @RequestBody TransferBody body, StaffMember me) {
        return answer(desk.transfer(id, to(body), reason(body), body.note(), me), me);
    }

    private static String to(TransferBody body) {
        if (body.to() == null || body.to().isBlank()) {
            throw new FieldsRefused(Field.of("to", "field.required"));
        }
        return body.to();
    }

    private static TransferReason reason(TransferBody body) {
        if (body.reason() == null) {
            throw new FieldsRefused(Field.of("reason", "field.required"));
        }
        return body.reason();
    }

    private ResponseEntity<ProspectView> answer(Prospect prospect, StaffMember me) {
        ProspectView view = view(prospect, me);
        return ResponseEntity.ok().eTag("\"" + view.version() + "\"").body(view);
    }

    private ProspectView view(Prospect prospect, StaffMember me) {
        Dealership dealership = dealerships.get(me.dealership());
        return ProspectView.of(
                prospect,
                new People(staff, me.dealership()),
                nextDates.suggested(prospect, dealership.today(clock)),
                clock.instant(),
                dealership.zone());
    }
}
