package io.genjin.ownership.web;

import io.genjin.dealership.Dealerships;
import io.genjin.ownership.CaseEvidence;
import io.genjin.ownership.Collision;
import io.genjin.ownership.CollisionDesk;
import io.genjin.ownership.CollisionFile;
import io.genjin.ownership.CollisionId;
import io.genjin.ownership.Extract;
import io.genjin.ownership.Verdict;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Page;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.web.Answers;
import io.genjin.shared.web.Once;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
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

/** Disputes about customers for other systems. Nothing in them says who the customer is. */
@RestController
@RequestMapping("/api/v1/collisions")
class CollisionApi {

    /** A person of the dealership by sign-in name and name. */
    record Person(String username, String name) {}

    /** One line of the list. */
    record Item(
            String id,
            String cardNo,
            String grade,
            Person owner,
            Person claimant,
            Collision.Origin origin,
            Collision.Status status,
            OffsetDateTime openedAt,
            OffsetDateTime decideBy,
            boolean late) {}

    record Contact(OffsetDateTime at, String way, String outcome) {}

    /** What the journal said of one side when the case began. */
    record Side(
            Person who,
            @Nullable OffsetDateTime openedAt,
            @Nullable OffsetDateTime cardSignedAt,
            List<Contact> contacts,
            int contactCount,
            int misses,
            @Nullable OffsetDateTime courtesyAt,
            int courtesies) {}

    record Evidence(
            Side owner,
            Side claimant,
            String grade,
            OffsetDateTime dueAt,
            long overdueDays,
            LocalDate graceUntil,
            boolean graceOver,
            Person suggested,
            CaseEvidence.Because because) {}

    record Statement(Person who, String words, OffsetDateTime at) {}

    record Decided(
            Verdict.Instance instance,
            Person by,
            OffsetDateTime at,
            Person owner,
            Verdict.Reason reason,
            String words,
            @Nullable Integer shareA,
            @Nullable Integer shareB) {}

    record Appeal(Person by, OffsetDateTime at, String words) {}

    /**
     * One case.
     *
     * @param prospectId nothing for a side that does not own the customer
     */
    record One(
            String id,
            @Nullable String prospectId,
            String cardNo,
            Person owner,
            Person claimant,
            Collision.Origin origin,
            Collision.Status status,
            OffsetDateTime openedAt,
            OffsetDateTime decideBy,
            boolean late,
            @Nullable Evidence evidence,
            List<Statement> statements,
            List<Decided> decisions,
            @Nullable OffsetDateTime appealUntil,
            @Nullable Appeal appeal) {}

    /** The customer's number and why the claimant should get them. */
    record ClaimBody(@Nullable String mobile, @Nullable String words) {}

    /** What a side says. */
    record WordsBody(@Nullable String words) {}

    private final CollisionDesk desk;
    private final CollisionFile file;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;
    private final java.time.Clock clock;

    CollisionApi(
            CollisionDesk desk,
            CollisionFile file,
            StaffDirectory staff,
            Dealerships dealerships,
            Once once,
            java.time.Clock clock) {
        this.desk = desk;
        this.file = file;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
        this.clock = clock;
    }

    @GetMapping
    Page<Item> list(
            @RequestParam(defaultValue = "waiting") CollisionFile.Which status,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me) {
        if (limit < 1 || limit > 100) {
            throw new FieldsRefused(Field.of("limit", "field.limit"));
        }
        Words words = words(me);
        Instant now = clock.instant();
        return file.find(status, limit, cursor, me)
                .map(row -> new Item(
                        row.id().toString(),
                        row.cardNo(),
                        row.grade(),
                        words.person(row.owner()),
                        words.person(row.claimant()),
                        row.origin(),
                        row.status(),
                        words.at(row.openedAt()),
                        words.at(row.decideBy()),
                        row.isLate(now)));
    }

    @GetMapping("/{id}")
    One read(@PathVariable CollisionId id, StaffMember me) {
        return one(id, me);
    }

    /** Claims a customer whom the owner neglects beyond the grace. */
    @PostMapping
    @Answers(value = One.class, status = 201)
    ResponseEntity<?> claim(
            @RequestBody ClaimBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, body, me.dealership(), me.id(), () -> {
            CollisionId id = desk.claim(body.mobile(), body.words(), me);
            return ResponseEntity.created(URI.create("/api/v1/collisions/" + id))
                    .body(one(id, me));
        });
    }

    @PostMapping("/{id}/statements")
    One say(@PathVariable CollisionId id, @RequestBody WordsBody body, StaffMember me) {
        desk.say(id, body.words(), me);
        return one(id, me);
    }

    @PostMapping("/{id}/decision")
    One decide(@PathVariable CollisionId id, @RequestBody CollisionDesk.Decision body, StaffMember me) {
        desk.decide(id, body, me);
        return one(id, me);
    }

    @PostMapping("/{id}/appeal")
    One appeal(@PathVariable CollisionId id, @RequestBody WordsBody body, StaffMember me) {
        desk.appeal(id, body.words(), me);
        return one(id, me);
    }

    private One one(CollisionId id, StaffMember me) {
        CollisionFile.Opened opened = file.open(id, me);
        Collision one = opened.collision();
        Words words = words(me);
        CaseEvidence evidence = one.evidence();
        Collision.Appeal appeal = one.appeal();
        return new One(
                one.id().toString(),
                opened.seesCustomer() ? one.prospect().toString() : null,
                opened.prospect().cardNo(),
                words.person(one.owner()),
                words.person(one.claimant()),
                one.origin(),
                one.status(),
                words.at(one.openedAt()),
                words.at(one.decideBy()),
                one.isLate(clock.instant()),
                evidence == null ? null : words.evidence(evidence),
                one.statements().stream()
                        .map(said -> new Statement(words.person(said.who()), said.words(), words.at(said.at())))
                        .toList(),
                one.verdicts().stream().map(words::decided).toList(),
                words.atOrNull(one.appealUntil()),
                appeal == null ? null : new Appeal(words.person(appeal.by()), words.at(appeal.at()), appeal.words()));
    }

    private Words words(StaffMember me) {
        return new Words(staff, me, dealerships.get(me.dealership()).zone());
    }

    /** People and moments as systems read them. */
    private record Words(StaffDirectory staff, StaffMember me, ZoneId zone) {

        Person person(StaffId id) {
            StaffMember member = staff.get(me.dealership(), id);
            return new Person(member.username(), member.name());
        }

        Person person(UUID id) {
            return person(new StaffId(id));
        }

        OffsetDateTime at(Instant moment) {
            return moment.atZone(zone).toOffsetDateTime();
        }

        @Nullable
        OffsetDateTime atOrNull(@Nullable Instant moment) {
            return moment == null ? null : at(moment);
        }

        Evidence evidence(CaseEvidence evidence) {
            CaseEvidence.Suggestion suggestion = evidence.suggestion();
            return new Evidence(
                    side(evidence.owner()),
                    side(evidence.claimant()),
                    evidence.grade(),
                    at(evidence.dueAt()),
                    evidence.overdueDays(),
                    evidence.graceUntil(),
                    evidence.graceOver(),
                    person(suggestion.who()),
                    suggestion.because());
        }

        private Side side(Extract extract) {
            return new Side(
                    person(extract.who()),
                    atOrNull(extract.openedAt()),
                    atOrNull(extract.cardSignedAt()),
                    extract.contacts().stream()
                            .map(contact -> new Contact(at(contact.at()), contact.way(), contact.outcome()))
                            .toList(),
                    extract.contactCount(),
                    extract.misses(),
                    atOrNull(extract.courtesyAt()),
                    extract.courtesies());
        }

        Decided decided(Verdict verdict) {
            return new Decided(
                    verdict.instance(),
                    person(verdict.by()),
                    at(verdict.at()),
                    person(verdict.owner()),
                    verdict.reason(),
                    verdict.words(),
                    verdict.shareA(),
                    verdict.shareB());
        }
    }
}
