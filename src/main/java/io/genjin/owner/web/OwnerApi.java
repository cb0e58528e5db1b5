package io.genjin.owner.web;

import io.genjin.dealership.Dealerships;
import io.genjin.owner.Callback;
import io.genjin.owner.CallbackDesk;
import io.genjin.owner.CallbackList;
import io.genjin.owner.CallbackType;
import io.genjin.owner.Complaint;
import io.genjin.owner.ComplaintDesk;
import io.genjin.owner.Loyalty;
import io.genjin.owner.OwnerBook;
import io.genjin.owner.OwnerBook.CallRow;
import io.genjin.owner.OwnerDetails;
import io.genjin.owner.OwnerFile;
import io.genjin.owner.OwnerFileDesk;
import io.genjin.owner.OwnerId;
import io.genjin.owner.Referral;
import io.genjin.owner.ReferralDesk;
import io.genjin.owner.RepurchaseDesk;
import io.genjin.prospect.Source;
import io.genjin.prospect.VersionMissing;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Page;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.TypedId;
import io.genjin.shared.web.Answers;
import io.genjin.shared.web.IfMatch;
import io.genjin.shared.web.Once;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Owners, their calls, friends and further wishes for other systems. */
@RestController
@RequestMapping("/api/v1")
class OwnerApi {

    private final OwnerBook book;
    private final OwnerFileDesk desk;
    private final CallbackDesk callbacks;
    private final CallbackList list;
    private final ComplaintDesk complaints;
    private final ReferralDesk referrals;
    private final RepurchaseDesk repurchases;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;
    private final Clock clock;

    OwnerApi(
            OwnerBook book,
            OwnerFileDesk desk,
            CallbackDesk callbacks,
            CallbackList list,
            ComplaintDesk complaints,
            ReferralDesk referrals,
            RepurchaseDesk repurchases,
            StaffDirectory staff,
            Dealerships dealerships,
            Once once,
            Clock clock) {
        this.book = book;
        this.desk = desk;
        this.callbacks = callbacks;
        this.list = list;
        this.complaints = complaints;
        this.referrals = referrals;
        this.repurchases = repurchases;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
        this.clock = clock;
    }

    /** A person by sign-in name and name. */
    record Person(String username, String name) {}

    /** One line of the list of owners. */
    record OwnerRow(
            String id,
            String prospectId,
            String customerName,
            String maskedMobile,
            String vin,
            String model,
            @Nullable String plate,
            LocalDate deliveredOn,
            Person consultant,
            boolean complaintOpen) {}

    /** One call to an owner. */
    record CallView(
            String id,
            String ownerId,
            String customerName,
            CallbackType planType,
            LocalDate dueDate,
            LocalDate tryOn,
            @Nullable String occasion,
            Callback.State state,
            boolean overdue,
            int attempts,
            @Nullable Person assignee,
            @Nullable OffsetDateTime doneAt,
            @Nullable Person doneBy,
            @Nullable Role doneRole,
            @Nullable String said,
            @Nullable Integer satisfaction,
            @Nullable Integer questionVersion,
            Map<String, String> answers) {}

    /** A friend whom the owner named, and what became of it. */
    record FriendView(
            String id,
            String prospectId,
            String name,
            OwnerBook.Fate fate,
            Person consultant,
            OffsetDateTime givenAt,
            @Nullable String reward) {}

    /** Everything about one owner. */
    record OwnerView(
            String id,
            String prospectId,
            String orderId,
            String customerName,
            String maskedMobile,
            String vin,
            String model,
            Source source,
            LocalDate deliveredOn,
            int mileage,
            LocalDate invoiceDate,
            OwnerDetails details,
            Person consultant,
            Loyalty loyalty,
            boolean complaintOpen,
            int referralsGiven,
            List<CallView> callbacks,
            List<FriendView> referrals,
            int version) {}

    /** What of the file changes; everything is replaced. */
    record Named(@Nullable String to) {}

    /** A complaint outside of a call. */
    record ComplaintBody(@Nullable String complaint) {}

    /** A call planned by hand. */
    record EventBody(@Nullable LocalDate dueDate, @Nullable String occasion) {}

    /** What came of a call. */
    record CallBody(
            @Nullable Boolean reached,
            @Nullable String said,
            @Nullable Integer satisfaction,
            @Nullable Map<String, String> answers,
            @Nullable String complaint,
            @Nullable FriendForm friend) {}

    /** A call as it was written down, with the complaint and the lead it led to. */
    record RecordedView(
            CallView callback,
            @Nullable String complaintId,
            @Nullable String friendProspectId) {}

    /** The case that was opened. */
    record CaseView(String prospectId) {}

    /** How the owner was thanked. */
    record RewardBody(@Nullable String reward) {}

    @GetMapping("/owners")
    Page<OwnerRow> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String consultant,
            @RequestParam(defaultValue = "false") boolean unhappy,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me) {
        if (limit < 1 || limit > 100) {
            throw new FieldsRefused(Field.of("limit", "field.limit"));
        }
        StaffId whose = consultant == null
                ? null
                : staff.byUsername(me.dealership(), consultant)
                        .orElseThrow(() -> new FieldsRefused(Field.of("consultant", "field.owner")))
                        .id();
        return book.find(new OwnerBook.Filter(q, whose, unhappy, false), limit, cursor, me)
                .map(row -> new OwnerRow(
                        row.file().id().toString(),
                        row.file().prospect().toString(),
                        row.file().customerName(),
                        row.maskedMobile(),
                        row.file().vin(),
                        row.file().model(),
                        row.file().details().plate(),
                        row.file().deliveredOn(),
                        person(row.file().consultant(), me),
                        row.unhappy()));
    }

    @GetMapping("/owners/{id}")
    ResponseEntity<OwnerView> read(@PathVariable OwnerId id, StaffMember me) {
        return answer(book.open(id, me), me);
    }

    private ResponseEntity<OwnerView> answer(OwnerBook.Opened opened, StaffMember me) {
        return ResponseEntity.ok().eTag("\"" + opened.file().version() + "\"").body(view(opened, me));
    }

    @PutMapping("/owners/{id}")
    ResponseEntity<OwnerView> change(
            @PathVariable OwnerId id,
            @RequestBody OwnerForm body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            StaffMember me) {
        desk.change(id, body.details(), IfMatch.version(ifMatch).orElseThrow(VersionMissing::new), me);
        return answer(book.open(id, me), me);
    }

    @PostMapping("/owners/{id}/transfers")
    ResponseEntity<OwnerView> transfer(@PathVariable OwnerId id, @RequestBody Named body, StaffMember me) {
        desk.handOver(id, body.to(), me);
        return answer(book.open(id, me), me);
    }

    @PostMapping("/owners/{id}/referrals")
    @Answers(value = FriendView.class, status = 201)
    ResponseEntity<?> refer(
            @PathVariable OwnerId id,
            @RequestBody FriendForm body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, new OwnerPages.Asked(id, "referral", body), me.dealership(), me.id(), () -> {
            Referral given = referrals.refer(id, body.friend(), me);
            FriendView view = view(book.open(id, me), me).referrals().stream()
                    .filter(one -> one.id().equals(given.id().toString()))
                    .findFirst()
                    .orElseThrow();
            return ResponseEntity.created(URI.create("/api/v1/prospects/" + given.friend()))
                    .body(view);
        });
    }

    @PostMapping("/owners/{id}/referrals/{referral}/thanks")
    ResponseEntity<OwnerView> thank(
            @PathVariable OwnerId id, @PathVariable String referral, @RequestBody RewardBody body, StaffMember me) {
        referrals.thank(id, TypedId.parse(referral), body.reward(), me);
        return answer(book.open(id, me), me);
    }

    @PostMapping("/owners/{id}/complaints")
    @Answers(value = ComplaintApi.ComplaintView.class, status = 201)
    ResponseEntity<?> complain(
            @PathVariable OwnerId id,
            @RequestBody ComplaintBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, new OwnerPages.Asked(id, "complaint", body), me.dealership(), me.id(), () -> {
            Complaint opened = complaints.open(id, body.complaint(), me);
            return ResponseEntity.created(URI.create("/api/v1/complaints/" + opened.id()))
                    .body(ComplaintApi.view(book.complaint(opened.id(), me), staff, dealerships, me));
        });
    }

    @PostMapping("/owners/{id}/callbacks")
    @Answers(value = OwnerView.class, status = 200)
    ResponseEntity<?> plan(
            @PathVariable OwnerId id,
            @RequestBody EventBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, new OwnerPages.Asked(id, "callback", body), me.dealership(), me.id(), () -> {
            callbacks.plan(id, body.dueDate(), body.occasion(), me);
            return answer(book.open(id, me), me);
        });
    }

    @PostMapping("/owners/{id}/repurchases")
    @Answers(value = CaseView.class, status = 201)
    ResponseEntity<?> another(
            @PathVariable OwnerId id,
            @RequestBody RepurchaseForm body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, new OwnerPages.Asked(id, "repurchase", body), me.dealership(), me.id(), () -> {
            String opened = repurchases.open(id, body.wish(), me).id().toString();
            return ResponseEntity.created(URI.create("/api/v1/prospects/" + opened))
                    .body(new CaseView(opened));
        });
    }

    /** Calls to be made until a day: one's own, or all that the reader may see. */
    @GetMapping("/callbacks")
    Page<CallView> calls(
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(defaultValue = "false") boolean all,
            StaffMember me) {
        LocalDate day = date == null ? dealerships.get(me.dealership()).today(clock) : date;
        List<CallRow> rows = all ? list.until(day, me) : list.mine(day, me);
        return new Page<>(rows.stream().map(row -> view(row, me)).toList(), null);
    }

    @GetMapping("/callbacks/{id}")
    CallView call(@PathVariable String id, StaffMember me) {
        return view(book.call(TypedId.parse(id), me), me);
    }

    @PostMapping("/callbacks/{id}/calls")
    @Answers(value = RecordedView.class, status = 200)
    ResponseEntity<?> record(
            @PathVariable String id,
            @RequestBody CallBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        FriendForm friend = Objects.requireNonNullElse(body.friend(), new FriendForm(null, null, null, null));
        CallForm form = new CallForm(
                body.reached(),
                body.said(),
                body.satisfaction(),
                body.complaint(),
                friend.friendName(),
                friend.friendMobile(),
                friend.friendModel(),
                friend.friendRemark());
        Map<String, String> answers = Objects.requireNonNullElse(body.answers(), Map.of());
        return once.answer(
                key,
                new CallbackPages.Asked(TypedId.parse(id), form, answers),
                me.dealership(),
                me.id(),
                () -> ResponseEntity.ok(view(callbacks.record(TypedId.parse(id), form.report(answers), me), me)));
    }

    private RecordedView view(CallbackDesk.Recorded recorded, StaffMember me) {
        Complaint complaint = recorded.complaint();
        Referral referral = recorded.referral();
        return new RecordedView(
                view(book.call(recorded.callback().id(), me), me),
                complaint == null ? null : complaint.id().toString(),
                referral == null ? null : referral.friend().toString());
    }

    private Person person(StaffId id, StaffMember me) {
        StaffMember member = staff.get(me.dealership(), id);
        return new Person(member.username(), member.name());
    }

    private OwnerView view(OwnerBook.Opened opened, StaffMember me) {
        OwnerFile file = opened.file();
        return new OwnerView(
                file.id().toString(),
                file.prospect().toString(),
                file.order().toString(),
                file.customerName(),
                opened.prospect().content().number().masked(),
                file.vin(),
                file.model(),
                file.source(),
                file.deliveredOn(),
                file.mileage(),
                file.invoiceDate(),
                file.details(),
                person(file.consultant(), me),
                opened.loyalty(),
                opened.isUnhappy(),
                opened.friends().size(),
                opened.callbacks().stream()
                        .map(call -> view(call, file, null, me))
                        .toList(),
                opened.friends().stream()
                        .map(friend -> new FriendView(
                                friend.referral().id().toString(),
                                friend.referral().friend().toString(),
                                friend.name(),
                                friend.fate(),
                                person(friend.owner(), me),
                                at(friend.referral().givenAt(), me),
                                friend.referral().reward()))
                        .toList(),
                file.version());
    }

    private CallView view(CallRow row, StaffMember me) {
        return view(row.call(), row.file(), row.call().isOpen() ? person(row.assignee(), me) : null, me);
    }

    private CallView view(Callback call, OwnerFile file, @Nullable Person assignee, StaffMember me) {
        Instant doneAt = call.doneAt();
        StaffId doneBy = call.doneBy();
        return new CallView(
                call.id().toString(),
                file.id().toString(),
                file.customerName(),
                call.type(),
                call.dueDate(),
                call.tryOn(),
                call.occasion(),
                call.state(),
                call.isOverdue(dealerships.get(me.dealership()).today(clock)),
                call.attempts(),
                assignee,
                doneAt == null ? null : at(doneAt, me),
                doneBy == null ? null : person(doneBy, me),
                call.doneRole(),
                call.said(),
                call.satisfaction(),
                call.questions(),
                call.answers());
    }

    private OffsetDateTime at(Instant moment, StaffMember me) {
        return moment.atZone(dealerships.get(me.dealership()).zone()).toOffsetDateTime();
    }
}
