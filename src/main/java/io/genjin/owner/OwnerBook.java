package io.genjin.owner;

import io.genjin.journal.Journal;
import io.genjin.journal.JournalEntry;
import io.genjin.prospect.CardFile;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectStatus;
import io.genjin.shared.Conditions;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Page;
import io.genjin.shared.PhoneNumber;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who owns a car of ours, and everything about one of them: cars, calls, complaints, friends, further wishes. */
@Component
public class OwnerBook {

    private static final int MOST_SEEN = 100;

    private final OwnerFiles files;
    private final OwnerAccess access;
    private final Callbacks callbacks;
    private final Complaints complaints;
    private final ComplaintDesk desk;
    private final Referrals referrals;
    private final ProspectDesk prospects;
    private final CardFile cards;
    private final Journal journal;

    OwnerBook(
            OwnerFiles files,
            OwnerAccess access,
            Callbacks callbacks,
            Complaints complaints,
            ComplaintDesk desk,
            Referrals referrals,
            ProspectDesk prospects,
            CardFile cards,
            Journal journal) {
        this.files = files;
        this.access = access;
        this.callbacks = callbacks;
        this.complaints = complaints;
        this.desk = desk;
        this.referrals = referrals;
        this.prospects = prospects;
        this.cards = cards;
        this.journal = journal;
    }

    /**
     * What a reader asks for.
     *
     * @param q          part of a name, VIN, plate or model; four digits may also end the number, and a whole number is that number
     * @param unhappy    only owners with a complaint that goes on
     * @param lacksPlate only files whose plate should be known by now
     */
    public record Filter(@Nullable String q, @Nullable StaffId consultant, boolean unhappy, boolean lacksPlate) {

        public static final Filter NONE = new Filter(null, null, false, false);
    }

    /** One line of the list. */
    public record Row(
            OwnerFile file,
            String maskedMobile,
            boolean unhappy,
            @Nullable Callback next) {}

    @Transactional(readOnly = true)
    public Page<Row> find(Filter filter, int limit, @Nullable String cursor, StaffMember reader) {
        Conditions where = Conditions.in(reader.dealership(), "f.dealership_id")
                .given("consultant", filter.consultant(), "f.consultant_id = :consultant");
        if (!access.seesAll(reader, "owner.read")) {
            where.and("f.consultant_id in (:mine)").with("mine", access.ownersOf(reader));
        }
        if (filter.q() != null && !filter.q().isBlank()) {
            matching(where, filter.q().strip().toLowerCase(Locale.ROOT), reader.dealership());
        }
        if (filter.unhappy()) {
            where.and("""
                    exists (select 1
                              from complaint c
                             where c.dealership_id = :dealership
                               and c.owner_id = f.id
                               and c.status <> 'CLOSED')""");
        }
        if (filter.lacksPlate()) {
            where.and("f.plate is null")
                    .and("f.delivered_on < :plateBy")
                    .with("plateBy", access.today(reader).minusDays(30));
        }
        Page<OwnerFile> found = files.list(where, limit, cursor);
        Map<ProspectId, Prospect> cards =
                cards(found.items().stream().map(OwnerFile::prospect).collect(Collectors.toSet()), reader);
        Set<OwnerId> flagged = complaints.flagged(
                reader.dealership(), found.items().stream().map(OwnerFile::id).toList());
        return found.map(file -> new Row(
                file,
                Objects.requireNonNull(cards.get(file.prospect()))
                        .content()
                        .number()
                        .masked(),
                flagged.contains(file.id()),
                callbacks.of(reader.dealership(), file.id()).stream()
                        .filter(Callback::isOpen)
                        .findFirst()
                        .orElse(null)));
    }

    /** Four digits may end the owner's number as well; a whole number is that number. */
    private void matching(Conditions where, String term, DealershipId dealership) {
        String words = """
                position(:q in lower(f.customer_name)) > 0
                                or position(:q in lower(f.vin)) > 0
                                or position(:q in lower(coalesce(f.plate, ''))) > 0
                                or position(:q in lower(f.model)) > 0""";
        List<ProspectId> byNumber = byNumber(term, dealership);
        if (byNumber.isEmpty()) {
            where.and("(" + words + ")").with("q", term);
        } else {
            where.and("(" + words + " or f.prospect_id in (:byNumber))")
                    .with("q", term)
                    .with("byNumber", byNumber.stream().map(ProspectId::value).toList());
        }
    }

    private List<ProspectId> byNumber(String term, DealershipId dealership) {
        if (term.matches("[0-9]{4}")) {
            return prospects.deliveredEnding(dealership, term);
        }
        return PhoneNumber.parse(term).flatMap(number -> prospects.deliveredWith(dealership, number)).stream()
                .toList();
    }

    private Map<ProspectId, Prospect> cards(Set<ProspectId> ids, StaffMember reader) {
        return prospects.getAll(reader.dealership(), ids).stream()
                .collect(Collectors.toMap(Prospect::id, Function.identity()));
    }

    /** What became of a friend. */
    public enum Fate {
        WAITING,
        FOLLOWED,
        VISITED,
        ORDERED,
        DELIVERED,
        LOST;

        static Fate of(Prospect friend) {
            ProspectStatus status = friend.status();
            if (status == ProspectStatus.DELIVERED || status == ProspectStatus.ORDERED) {
                return valueOf(status.name());
            }
            if (!status.isOpen()) {
                return LOST;
            }
            if (friend.visits().count() > 0) {
                return VISITED;
            }
            return friend.lastContactAt() == null ? WAITING : FOLLOWED;
        }
    }

    /** A friend who was named. */
    public record Friend(Referral referral, String name, String maskedMobile, Fate fate, StaffId owner) {}

    /** Another car the owner wants or has. */
    public record Another(
            ProspectId prospect, io.genjin.prospect.CardContent.PurchaseType type, ProspectStatus status) {}

    /** A complaint with everything that was done about it. */
    public record Case(Complaint complaint, List<Complaint.Step> steps, OwnerFile file) {}

    /** Everything about one owner. */
    public record Opened(
            OwnerFile file,
            Prospect prospect,
            Loyalty loyalty,
            List<Callback> callbacks,
            List<Complaint> complaints,
            List<Friend> friends,
            List<Another> others,
            @Nullable Friend namedBy,
            @Nullable OwnerFile referrer) {

        public boolean isUnhappy() {
            return complaints.stream().anyMatch(Complaint::isOpen);
        }
    }

    @Transactional(readOnly = true)
    public Opened open(OwnerId id, StaffMember reader) {
        return opened(access.read(id, reader, "owner.read"), reader);
    }

    private Opened opened(OwnerFile file, StaffMember reader) {
        List<Referral> named = referrals.of(reader.dealership(), file.id());
        List<Referrals.Repurchase> wishes = referrals.repurchases(reader.dealership(), file.id());
        Optional<Referral> by = referrals.ofFriend(reader.dealership(), file.prospect());
        Set<ProspectId> needed = new HashSet<>();
        needed.add(file.prospect());
        named.forEach(one -> needed.add(one.friend()));
        wishes.forEach(one -> needed.add(one.prospect()));
        Map<ProspectId, Prospect> cards = cards(needed, reader);
        List<Friend> friends = named.stream().map(one -> friend(one, cards)).toList();
        long delivered =
                friends.stream().filter(one -> one.fate() == Fate.DELIVERED).count();
        return new Opened(
                file,
                Objects.requireNonNull(cards.get(file.prospect())),
                Loyalty.of(1 + wishes.size(), friends.size(), (int) delivered),
                callbacks.of(reader.dealership(), file.id()),
                complaints.of(reader.dealership(), file.id()),
                friends,
                wishes.stream()
                        .map(one -> new Another(
                                one.prospect(),
                                one.type(),
                                Objects.requireNonNull(cards.get(one.prospect()))
                                        .status()))
                        .toList(),
                by.map(one -> friend(one, cards)).orElse(null),
                by.map(one -> files.get(reader.dealership(), one.owner())).orElse(null));
    }

    private static Friend friend(Referral referral, Map<ProspectId, Prospect> cards) {
        Prospect card = Objects.requireNonNull(cards.get(referral.friend()));
        return new Friend(
                referral, card.content().customerName(), card.content().number().masked(), Fate.of(card), card.owner());
    }

    /** The journal of the case behind the car, newest first. */
    @Transactional(readOnly = true)
    public List<JournalEntry> timeline(OwnerFile file, int most, StaffMember reader) {
        return journal.timeline(reader.dealership(), file.prospect().value(), most, null)
                .items();
    }

    /**
     * What an owner's history adds to a customer's page.
     *
     * @param opened   the customer's own file, if they have their car
     * @param referral who named this customer
     * @param referrer the file of the owner who did
     * @param former   the file of the car that the customer bought before
     */
    public record About(
            @Nullable Opened opened,
            @Nullable Referral referral,
            @Nullable OwnerFile referrer,
            @Nullable OwnerFile former) {}

    @Transactional(readOnly = true)
    public About about(ProspectId id, StaffMember reader) {
        cards.open(id, reader);
        Optional<Referral> named = referrals.ofFriend(reader.dealership(), id);
        return new About(
                files.ofProspect(reader.dealership(), id)
                        .map(file -> opened(file, reader))
                        .orElse(null),
                named.orElse(null),
                named.map(one -> files.get(reader.dealership(), one.owner())).orElse(null),
                referrals
                        .repurchaseOf(reader.dealership(), id)
                        .map(one -> files.get(reader.dealership(), one.owner()))
                        .orElse(null));
    }

    /** A call to be made or made, with whom it is for and who makes it. */
    public record CallRow(Callback call, OwnerFile file, Prospect prospect, StaffId assignee) {}

    /** One call with everything needed to make it. */
    @Transactional(readOnly = true)
    public CallRow call(UUID id, StaffMember reader) {
        Callback call = callbacks.get(reader.dealership(), id);
        OwnerFile file = access.read(call.owner(), reader, "owner.call");
        return new CallRow(
                call,
                file,
                prospects.get(reader.dealership(), file.prospect()),
                access.assignment(reader, access.today(reader)).of(call.type(), file.consultant(), file.id()));
    }

    /** Complaints that go on, the most urgent first, or that ended, the newest first. */
    @Transactional(readOnly = true)
    public List<Case> complaints(boolean open, StaffMember reader) {
        List<Complaint> found = complaints.list(reader.dealership(), open, MOST_SEEN);
        Map<OwnerId, OwnerFile> byId =
                files
                        .getAll(
                                reader.dealership(),
                                found.stream().map(Complaint::owner).collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(OwnerFile::id, Function.identity()));
        List<Case> cases = new ArrayList<>();
        for (Complaint complaint : found) {
            OwnerFile file = Objects.requireNonNull(byId.get(complaint.owner()));
            if (access.sees(file.consultant(), reader, "complaint.read")
                    || complaint.responsible().equals(reader.id())) {
                cases.add(new Case(complaint, List.of(), file));
            }
        }
        return cases;
    }

    @Transactional(readOnly = true)
    public Case complaint(UUID id, StaffMember reader) {
        Complaint complaint = desk.seen(complaints.get(reader.dealership(), id), reader);
        return new Case(
                complaint,
                complaints.steps(reader.dealership(), id),
                files.get(reader.dealership(), complaint.owner()));
    }
}
