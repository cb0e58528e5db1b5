package io.genjin.hlist;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.hlist.HListFact.Kind;
import io.genjin.prospect.CardFile;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectStatus;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.NothingHere;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where showroom or sales manager sit with a consultant once a week, list the customers most likely to buy, and agree on what is
 * done about each (R-113, 3.10).
 */
@Service
@Transactional
public class HListDesk {

    /** Changes of one manager within this time are one sitting, of which the consultant is told once. */
    static final Duration SITTING = Duration.ofHours(2);

    private static final int LONGEST = 500;

    private final HLists lists;
    private final ListWeeks weeks;
    private final CardFile cards;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HListDesk(
            HLists lists,
            ListWeeks weeks,
            CardFile cards,
            StaffDirectory staff,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            Clock clock) {
        this.lists = lists;
        this.weeks = weeks;
        this.cards = cards;
        this.staff = staff;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Lists a customer of the consultant's; the first one holds the list.
     *
     * @throws FieldsRefused when something is missing, or the customer is not theirs or cannot buy any more
     * @throws AlreadyListed when the customer stands on a list of the week already
     */
    public HListEntry add(ListWeek week, String consultant, EntryWish wish, StaffMember by) {
        StaffMember whose = consultant(consultant, by.dealership());
        Instant now = clock.instant();
        List<Field> wrong = new ArrayList<>();
        Prospect prospect = customer(wish, whose, by, wrong);
        EntryContent content = checked(wish, week, null, by.dealership(), wrong);
        HList list = hold(week, whose, by, now);
        List<String> models = prospect.content().intentModels();
        HListEntry entry = new HListEntry(
                HListEntryId.next(),
                list.id(),
                week,
                prospect.id(),
                new HListEntry.Snapshot(
                        prospect.grade(), prospect.content().source().name(), models.isEmpty() ? null : models.get(0)),
                content,
                by.id(),
                now,
                1,
                null);
        if (!lists.add(by.dealership(), entry)) {
            throw new AlreadyListed(lists.listing(by.dealership(), week, prospect.id())
                    .map(other -> staff.nameOf(by.dealership(), other))
                    .orElse(""));
        }
        lists.store(by.dealership(), list.id(), null);
        events.publishEvent(fact(Kind.H_LIST_ENTRY_ADDED, entry, list, by, now).with(content));
        tell(list, by, now);
        return entry;
    }

    /**
     * Changes what was agreed about a listed customer.
     *
     * @throws EntryChanged when a colleague stored another version after {@code version}
     */
    public HListEntry change(
            ListWeek week, String consultant, HListEntryId id, EntryWish wish, int version, StaffMember by) {
        StaffMember whose = known(consultant, by.dealership());
        Instant now = clock.instant();
        HList list = holdExisting(week, whose, by, id);
        HListEntry entry = list.entry(id).orElseThrow(() -> new NothingHere(id.value()));
        if (entry.version() != version) {
            throw new EntryChanged(entry.version());
        }
        EntryContent before = entry.content();
        EntryContent content = checked(wish, week, before, by.dealership(), new ArrayList<>());
        if (content.equals(before)) {
            return entry;
        }
        entry.rewrite(content, version);
        lists.store(by.dealership(), entry);
        lists.store(by.dealership(), list.id(), null);
        events.publishEvent(
                fact(Kind.H_LIST_ENTRY_CHANGED, entry, list, by, now).with(content));
        tell(list, by, now);
        return entry;
    }

    /**
     * Takes a customer off the list, with the reason. With the last one it becomes the reason why nobody is likely, so that a
     * list held stays held.
     */
    public HList remove(
            ListWeek week, String consultant, HListEntryId id, int version, @Nullable String reason, StaffMember by) {
        StaffMember whose = known(consultant, by.dealership());
        Instant now = clock.instant();
        String why = reason(reason);
        HList list = holdExisting(week, whose, by, id);
        HListEntry entry = list.entry(id).orElseThrow(() -> new NothingHere(id.value()));
        if (entry.version() != version) {
            throw new EntryChanged(entry.version());
        }
        lists.remove(by.dealership(), id);
        boolean last = list.entries().size() == 1;
        lists.store(by.dealership(), list.id(), last ? why : null);
        events.publishEvent(
                fact(Kind.H_LIST_ENTRY_REMOVED, entry, list, by, now).with("reason", why));
        tell(list, by, now);
        return lists.find(by.dealership(), week, whose.id()).orElseThrow();
    }

    /**
     * The analysis was held and nobody is likely to buy; that is a held list too.
     *
     * @throws CustomersListed when somebody stands on it
     */
    public HList nobody(ListWeek week, String consultant, @Nullable String reason, StaffMember by) {
        StaffMember whose = consultant(consultant, by.dealership());
        Instant now = clock.instant();
        String why = reason(reason);
        HList list = hold(week, whose, by, now);
        if (!list.entries().isEmpty()) {
            throw new CustomersListed(list.entries().size());
        }
        lists.store(by.dealership(), list.id(), why);
        events.publishEvent(HListFact.of(Kind.H_LIST_HELD, by.dealership(), week, whose.id(), by.id(), now)
                .with("nobody", why));
        return lists.find(by.dealership(), week, whose.id()).orElseThrow();
    }

    /**
     * Gives all open entries that one person is responsible for to another, as when somebody leaves (5, Leaving staff).
     *
     * @return how many changed hands
     */
    public int handOver(@Nullable String from, @Nullable String to, @Nullable String reason, StaffMember by) {
        Instant now = clock.instant();
        List<Field> wrong = new ArrayList<>();
        Optional<StaffMember> giver = from == null ? Optional.empty() : staff.byUsername(by.dealership(), from.strip());
        if (giver.isEmpty()) {
            wrong.add(Field.of("from", "field.owner"));
        }
        StaffId taker = responsible(to, "to", by.dealership(), wrong);
        if (giver.isPresent() && giver.get().id().equals(taker)) {
            wrong.add(Field.of("to", "hList.handOver.same"));
        }
        String why = PlainText.line(reason, LONGEST, "reason", wrong);
        if (why == null) {
            wrong.add(Field.of("reason", "field.required"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        StaffMember giving = giver.orElseThrow();
        LocalDate today = dealerships.get(by.dealership()).today(clock);
        List<HListEntry> entries = lists.holdOpenOf(by.dealership(), giving.id()).stream()
                .filter(entry -> !entry.week().isOverOn(today))
                .toList();
        for (HListEntry entry : entries) {
            entry.handTo(Objects.requireNonNull(taker));
            lists.store(by.dealership(), entry);
            StaffId consultant = lists.listing(by.dealership(), entry.week(), entry.prospect())
                    .orElseThrow();
            events.publishEvent(
                    HListFact.of(Kind.H_LIST_ENTRY_CHANGED, by.dealership(), entry, consultant, by.id(), now)
                            .with(entry.content())
                            .with("handedFrom", giving.id())
                            .with("reason", why));
        }
        entries.stream().map(HListEntry::week).distinct().sorted().forEach(week -> {
            long handed =
                    entries.stream().filter(entry -> entry.week().equals(week)).count();
            events.publishEvent(HListFact.of(Kind.H_LIST_HELD, by.dealership(), week, null, by.id(), now)
                    .with("from", giving.id())
                    .with("to", taker)
                    .with("handed", handed));
        });
        return entries.size();
    }

    private Prospect customer(EntryWish wish, StaffMember whose, StaffMember by, List<Field> wrong) {
        if (wish.prospect() == null) {
            wrong.add(Field.of("prospectId", "field.required"));
            throw new FieldsRefused(wrong);
        }
        Prospect prospect = cards.open(wish.prospect(), by);
        if (!prospect.owner().equals(whose.id())) {
            wrong.add(Field.of("prospectId", "hList.prospect.notTheirs", whose.name()));
        } else if (!prospect.status().isOpen() || prospect.status() == ProspectStatus.ORDERED) {
            wrong.add(Field.of("prospectId", "hList.prospect.settled"));
        }
        return prospect;
    }

    /** @param before what stands; an expected day that passed meanwhile may stay */
    private EntryContent checked(
            EntryWish wish, ListWeek week, @Nullable EntryContent before, DealershipId dealership, List<Field> wrong) {
        String likely = required(wish.likelyReason(), "likelyReason", wrong);
        String obstacle = PlainText.line(wish.obstacle(), LONGEST, "obstacle", wrong);
        String action = required(wish.action(), "action", wrong);
        StaffId responsible = responsible(wish.responsible(), "responsible", dealership, wrong);
        LocalDate expected = wish.expectedDate();
        LocalDate today = dealerships.get(dealership).today(clock);
        LocalDate earliest = today.isAfter(week.opensOn()) ? today : week.opensOn();
        if (expected == null) {
            wrong.add(Field.of("expectedDate", "field.required"));
        } else if ((before == null || !expected.equals(before.expectedDate()))
                && (expected.isBefore(earliest) || expected.isAfter(week.latestExpected()))) {
            wrong.add(Field.of("expectedDate", "hList.expected", earliest, week.latestExpected()));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        return new EntryContent(
                likely, obstacle, action, Objects.requireNonNull(responsible), Objects.requireNonNull(expected));
    }

    private static String required(@Nullable String typed, String field, List<Field> wrong) {
        String text = PlainText.line(typed, LONGEST, field, wrong);
        if (text == null) {
            wrong.add(Field.of(field, "field.required"));
            return "";
        }
        return text;
    }

    private static String reason(@Nullable String typed) {
        List<Field> wrong = new ArrayList<>();
        String why = required(typed, "reason", wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        return why;
    }

    private @Nullable StaffId responsible(
            @Nullable String username, String field, DealershipId dealership, List<Field> wrong) {
        if (username == null || username.isBlank()) {
            wrong.add(Field.of(field, "field.required"));
            return null;
        }
        Optional<StaffId> found = staff.byUsername(dealership, username.strip())
                .filter(member -> member.active() && canAnswer(member))
                .map(StaffMember::id);
        if (found.isEmpty()) {
            wrong.add(Field.of(field, "hList.responsible.wrong"));
        }
        return found.orElse(null);
    }

    /** Who may be responsible for what was agreed: consultants and their managers. */
    public static boolean canAnswer(StaffMember member) {
        return member.isAnyOf(Role.SALES_CONSULTANT, Role.SHOWROOM_MANAGER, Role.SALES_MANAGER);
    }

    private StaffMember consultant(String username, DealershipId dealership) {
        StaffMember member = known(username, dealership);
        if (!member.active() || !member.is(Role.SALES_CONSULTANT)) {
            throw new FieldsRefused(Field.of("consultant", "field.owner"));
        }
        return member;
    }

    private StaffMember known(String username, DealershipId dealership) {
        return staff.byUsername(dealership, username).orElseThrow(() -> new NothingHere(username));
    }

    private HList hold(ListWeek week, StaffMember consultant, StaffMember by, Instant now) {
        keep(week, by.dealership());
        lists.open(by.dealership(), HListId.next(), week, consultant.id(), by.id(), now);
        return lists.hold(by.dealership(), week, consultant.id()).orElseThrow();
    }

    private HList holdExisting(ListWeek week, StaffMember consultant, StaffMember by, HListEntryId wanted) {
        HList list = lists.find(by.dealership(), week, consultant.id())
                .filter(found -> found.entry(wanted).isPresent())
                .orElseThrow(() -> new NothingHere(wanted.value()));
        if (list.isClosed()) {
            throw new WeekClosed(week);
        }
        keep(week, by.dealership());
        return lists.hold(by.dealership(), week, consultant.id()).orElseThrow();
    }

    private void keep(ListWeek week, DealershipId in) {
        Dealership dealership = dealerships.get(in);
        LocalDate today = dealership.today(clock);
        if (today.isBefore(week.opensOn())) {
            throw new WeekNotYetOpen(week);
        }
        if (week.isOverOn(today) || !weeks.keep(in, week)) {
            throw new WeekClosed(week);
        }
    }

    private HListFact fact(Kind what, HListEntry entry, HList list, StaffMember by, Instant now) {
        return HListFact.of(what, by.dealership(), entry, list.consultant(), by.id(), now);
    }

    private void tell(HList list, StaffMember by, Instant now) {
        if (lists.tells(by.dealership(), list.id(), by.id(), now, now.minus(SITTING))) {
            events.publishEvent(
                    HListFact.of(Kind.H_LIST_HELD, by.dealership(), list.week(), list.consultant(), by.id(), now));
        }
    }
}
