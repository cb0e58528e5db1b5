package io.genjin.ownership.web;

import io.genjin.dealership.Dealerships;
import io.genjin.ownership.GroupDesk;
import io.genjin.ownership.ImportantDesk;
import io.genjin.ownership.PoolDesk;
import io.genjin.prospect.CardContent;
import io.genjin.prospect.CardFile;
import io.genjin.prospect.PoolList;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.Source;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Grade;
import io.genjin.shared.Page;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pool, important customers, assistants and buying groups for other systems. */
@RestController
@RequestMapping("/api/v1")
class OwnershipApi {

    /** A person of the dealership by sign-in name and name. */
    record Person(String username, String name) {}

    /** A customer of the pool: no number, and of the name the surname. */
    record PoolItem(
            String id,
            @Nullable String surname,
            CardContent.@Nullable Gender gender,
            Grade grade,
            Source source,
            @Nullable String mainModel,
            OffsetDateTime receivedAt,
            @Nullable OffsetDateTime lastContactAt,
            OffsetDateTime dueAt,
            OffsetDateTime releasedAt,
            Person answeredForBy) {}

    /** Why something is done. */
    record ReasonBody(@Nullable String reason) {}

    /** Whether a customer is important, whose it becomes, and whether its consultant stays as an assistant. */
    record ImportanceBody(
            @Nullable Boolean important,
            @Nullable String salesManager,
            @Nullable Boolean assist,
            @Nullable String note) {}

    /** Who assists (sign-in name). */
    record AssistantBody(@Nullable String assistant) {}

    /** With whom a customer buys (the other's number), whose both become, and why. */
    record LinkBody(
            @Nullable String mobile,
            @Nullable String owner,
            @Nullable String reason) {}

    /** A member of a buying group. */
    record Member(String prospectId, String cardNo, Grade grade, Person owner) {}

    /** Whose a customer is, who assists, and with whom they buy; alone without a group. */
    record Standing(
            String prospectId,
            Person owner,
            boolean important,
            boolean inPool,
            List<Person> assistants,
            List<Member> group) {}

    private final PoolDesk pool;
    private final PoolList list;
    private final ImportantDesk important;
    private final GroupDesk groups;
    private final CardFile file;
    private final StaffDirectory staff;
    private final Dealerships dealerships;

    OwnershipApi(
            PoolDesk pool,
            PoolList list,
            ImportantDesk important,
            GroupDesk groups,
            CardFile file,
            StaffDirectory staff,
            Dealerships dealerships) {
        this.pool = pool;
        this.list = list;
        this.important = important;
        this.groups = groups;
        this.file = file;
        this.staff = staff;
        this.dealerships = dealerships;
    }

    @GetMapping("/pool")
    Page<PoolItem> pool(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me) {
        if (limit < 1 || limit > 100) {
            throw new FieldsRefused(Field.of("limit", "field.limit"));
        }
        ZoneId zone = dealerships.get(me.dealership()).zone();
        return list.find(limit, cursor, me)
                .map(row -> new PoolItem(
                        row.id().toString(),
                        row.surname(),
                        row.gender(),
                        row.grade(),
                        row.source(),
                        row.mainModel(),
                        row.receivedAt().atZone(zone).toOffsetDateTime(),
                        row.lastContactAt() == null
                                ? null
                                : row.lastContactAt().atZone(zone).toOffsetDateTime(),
                        row.dueAt().atZone(zone).toOffsetDateTime(),
                        row.releasedAt().atZone(zone).toOffsetDateTime(),
                        person(row.owner(), me)));
    }

    /** Of many who claim at once exactly one gets the customer; the others get 409. */
    @PostMapping("/pool/{id}/claim")
    Standing claim(@PathVariable ProspectId id, StaffMember me) {
        pool.claim(id, me);
        return standing(id, me);
    }

    @PostMapping("/prospects/{id}/release")
    Standing release(@PathVariable ProspectId id, @RequestBody ReasonBody body, StaffMember me) {
        pool.release(id, body.reason(), me);
        return standing(id, me);
    }

    @GetMapping("/prospects/{id}/ownership")
    Standing read(@PathVariable ProspectId id, StaffMember me) {
        return standing(id, me);
    }

    @PostMapping("/prospects/{id}/importance")
    Standing mark(@PathVariable ProspectId id, @RequestBody ImportanceBody body, StaffMember me) {
        if (body.important() == null) {
            throw new FieldsRefused(Field.of("important", "field.required"));
        }
        if (body.important()) {
            important.mark(id, body.salesManager(), Boolean.TRUE.equals(body.assist()), body.note(), me);
        } else {
            important.unmark(id, body.note(), me);
        }
        return standing(id, me);
    }

    @PostMapping("/prospects/{id}/assistants")
    Standing assist(@PathVariable ProspectId id, @RequestBody AssistantBody body, StaffMember me) {
        important.assist(id, body.assistant(), me);
        return standing(id, me);
    }

    @PostMapping("/prospects/{id}/assistants/end")
    Standing endAssistance(@PathVariable ProspectId id, @RequestBody AssistantBody body, StaffMember me) {
        important.endAssistance(id, body.assistant(), me);
        return standing(id, me);
    }

    @PostMapping("/prospects/{id}/group-links")
    Standing link(@PathVariable ProspectId id, @RequestBody LinkBody body, StaffMember me) {
        groups.link(id, body.mobile(), body.owner(), body.reason(), me);
        return standing(id, me);
    }

    @PostMapping("/prospects/{id}/group-links/end")
    Standing unlink(@PathVariable ProspectId id, @RequestBody ReasonBody body, StaffMember me) {
        groups.unlink(id, body.reason(), me);
        return standing(id, me);
    }

    /** The customers with whom the asker assists. */
    @GetMapping("/assisting")
    List<Member> assisting(StaffMember me) {
        return important.assistedBy(me).stream().map(one -> member(one, me)).toList();
    }

    private Standing standing(ProspectId id, StaffMember me) {
        Prospect prospect = file.open(id, me);
        return new Standing(
                id.toString(),
                person(prospect.owner(), me),
                prospect.isImportantCustomer(),
                prospect.releasedAt() != null,
                important.assistantsOf(prospect).stream()
                        .map(one -> person(one, me))
                        .toList(),
                groups.groupOf(prospect).stream().map(one -> member(one, me)).toList());
    }

    private Member member(Prospect one, StaffMember me) {
        return new Member(one.id().toString(), one.cardNo(), one.grade(), person(one.owner(), me));
    }

    private Person person(StaffId id, StaffMember me) {
        StaffMember found = staff.get(me.dealership(), id);
        return new Person(found.username(), found.name());
    }
}
