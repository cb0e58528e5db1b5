package io.genjin.ownership;

import io.genjin.journal.Journal;
import io.genjin.journal.JournalEntry;
import io.genjin.ownership.OwnershipFact.Kind;
import io.genjin.prospect.OwnerDesk;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectFact;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.TransferReason;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PhoneNumber;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.TypedId;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links customers of one family or company with separate numbers as one buying group (5 (d), scenario 24): one owner, both
 * histories kept and shown on each card, one count in the funnel. Whoever gets one member gets all.
 */
@Service
public class GroupDesk {

    private static final int LONGEST_REASON = 300;

    private final BuyingGroups groups;
    private final ProspectDesk prospects;
    private final OwnerDesk owners;
    private final Grace grace;
    private final StaffDirectory staff;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    GroupDesk(
            BuyingGroups groups,
            ProspectDesk prospects,
            OwnerDesk owners,
            Grace grace,
            StaffDirectory staff,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.groups = groups;
        this.prospects = prospects;
        this.owners = owners;
        this.grace = grace;
        this.staff = staff;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Links two customers.
     *
     * @param mobile the other one's number
     * @param owner  sign-in name of whose both become; as rule 5 (b) suggests when not given
     */
    @Transactional
    public void link(
            ProspectId id, @Nullable String mobile, @Nullable String owner, @Nullable String reason, StaffMember by) {
        List<Field> wrong = new ArrayList<>();
        String why = reason(reason, wrong);
        ProspectId other = other(id, mobile, wrong, by);
        StaffMember named = owner == null || owner.isBlank() ? null : consultant(owner, wrong, by);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Stream.of(id, Objects.requireNonNull(other))
                .sorted(Comparator.comparing(ProspectId::value))
                .forEach(one -> prospects.hold(one, by, "group.link"));
        UUID mine = groups.groupOf(by.dealership(), id).orElse(null);
        UUID theirs = groups.groupOf(by.dealership(), other).orElse(null);
        if (mine != null && theirs != null) {
            throw new GroupedAlready();
        }
        UUID group = mine != null ? mine : theirs != null ? theirs : TypedId.newValue();
        Instant now = clock.instant();
        if (mine == null) {
            groups.add(by.dealership(), group, id, why, by.id(), now);
        }
        if (theirs == null) {
            groups.add(by.dealership(), group, other, why, by.id(), now);
        }
        List<Prospect> members = members(by, group);
        StaffId to = named == null ? suggestedOwner(members, now) : named.id();
        StaffMember owning = staff.get(by.dealership(), to);
        for (Prospect member : members) {
            if (member.status().isOpen() && !member.isOwnedBy(owning)) {
                owners.transfer(member, owning, TransferReason.GROUP, why, by);
            }
            events.publishEvent(OwnershipFact.of(member, Kind.GROUP_LINKED, by.id(), now)
                    .with("group", group)
                    .with("cards", cards(members, member))
                    .with("owner", to)
                    .with("reason", why));
        }
    }

    private static String cards(List<Prospect> members, Prospect but) {
        return members.stream()
                .filter(member -> !member.id().equals(but.id()))
                .map(Prospect::cardNo)
                .collect(java.util.stream.Collectors.joining(", "));
    }

    private List<Prospect> members(StaffMember by, UUID group) {
        return groups.members(by.dealership(), group).stream()
                .map(member -> prospects.hold(member, by.dealership()))
                .toList();
    }

    /** Takes a customer out of its group; who owns it stays, and of two the other is single as well. */
    @Transactional
    public void unlink(ProspectId id, @Nullable String reason, StaffMember by) {
        List<Field> wrong = new ArrayList<>();
        String why = reason(reason, wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        prospects.hold(id, by, "group.link");
        UUID group = groups.groupOf(by.dealership(), id).orElse(null);
        if (group == null) {
            return;
        }
        Instant now = clock.instant();
        List<Prospect> members = members(by, group);
        members.stream()
                .filter(member -> members.size() <= 2 || member.id().equals(id))
                .forEach(member -> {
                    groups.remove(by.dealership(), member.id(), why, by.id(), now);
                    events.publishEvent(OwnershipFact.of(member, Kind.GROUP_UNLINKED, by.id(), now)
                            .with("group", group)
                            .with("cards", cards(members, member))
                            .with("reason", why));
                });
    }

    /** Whoever gets one member of a group gets the others as well, in the same transaction. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void stayTogether(ProspectFact fact) {
        if (fact.what() != ProspectFact.Kind.TRANSFERRED
                || fact.actor() == null
                || TransferReason.GROUP.name().equals(fact.details().get("reason"))) {
            return;
        }
        UUID group = groups.groupOf(fact.dealership(), fact.id()).orElse(null);
        if (group == null) {
            return;
        }
        StaffMember to = staff.get(
                fact.dealership(),
                new StaffId(UUID.fromString(String.valueOf(fact.details().get("to")))));
        StaffMember by = staff.get(fact.dealership(), new StaffId(fact.actor()));
        for (ProspectId member : groups.members(fact.dealership(), group)) {
            if (!member.equals(fact.id())) {
                Prospect held = prospects.hold(member, fact.dealership());
                if (held.status().isOpen() && !held.isOwnedBy(to)) {
                    owners.transfer(held, to, TransferReason.GROUP, null, by);
                }
            }
        }
    }

    boolean isGrouped(Prospect prospect) {
        return groups.groupOf(prospect.dealership(), prospect.id()).isPresent();
    }

    /** The whole group of a customer; alone when it has none. */
    @Transactional(readOnly = true)
    public List<Prospect> groupOf(Prospect prospect) {
        return groups.groupOf(prospect.dealership(), prospect.id())
                .map(group -> groups.members(prospect.dealership(), group).stream()
                        .map(member -> prospects.get(prospect.dealership(), member))
                        .toList())
                .orElse(List.of(prospect));
    }

    /** What happened to all members of a group, newest first. */
    @Transactional(readOnly = true)
    public List<JournalEntry> timeline(List<Prospect> group, int most) {
        return group.stream()
                .flatMap(member ->
                        journal.timeline(member.dealership(), member.id().value(), most, null).items().stream())
                .sorted(Comparator.comparing(JournalEntry::happenedAt)
                        .reversed()
                        .thenComparing(JournalEntry::id))
                .limit(most)
                .toList();
    }

    /** Another customer whose number stands on this card as the second one: probably of the same family. */
    @Transactional(readOnly = true)
    public Optional<Prospect> suggestion(Prospect prospect) {
        String second = prospect.content().phone();
        if (second == null) {
            return Optional.empty();
        }
        List<ProspectId> known = groupOf(prospect).stream().map(Prospect::id).toList();
        return PhoneNumber.parse(second)
                .flatMap(number -> prospects.openWith(prospect.dealership(), number))
                .filter(other -> !known.contains(other))
                .map(other -> prospects.get(prospect.dealership(), other));
    }

    /** By rule 5 (b): the owner of the older signed card who does not neglect it; without any, of the customer known first. */
    StaffId suggestedOwner(List<Prospect> members, Instant now) {
        Comparator<Prospect> oldestCard = Comparator.comparing(
                member -> member.approval().signedAt(), Comparator.nullsLast(Comparator.naturalOrder()));
        return members.stream()
                .filter(member -> member.status().isOpen())
                .min(Comparator.comparing((Prospect member) -> grace.isOver(member, now))
                        .thenComparing(oldestCard)
                        .thenComparing(Prospect::receivedAt))
                .orElse(members.get(0))
                .owner();
    }

    private @Nullable ProspectId other(ProspectId id, @Nullable String mobile, List<Field> wrong, StaffMember by) {
        ProspectId found = Optional.ofNullable(mobile)
                .flatMap(PhoneNumber::parse)
                .flatMap(number -> prospects.openWith(by.dealership(), number))
                .filter(other -> !other.equals(id))
                .orElse(null);
        if (found == null) {
            wrong.add(Field.of("mobile", "field.group.mobile"));
        }
        return found;
    }

    private @Nullable StaffMember consultant(String username, List<Field> wrong, StaffMember by) {
        StaffMember found = staff.byUsername(by.dealership(), username.strip())
                .filter(member -> member.active() && member.isAnyOf(Role.SALES_CONSULTANT, Role.SALES_MANAGER))
                .orElse(null);
        if (found == null) {
            wrong.add(Field.of("owner", "field.owner"));
        }
        return found;
    }

    private static String reason(@Nullable String typed, List<Field> wrong) {
        String reason = PlainText.line(typed, LONGEST_REASON, "reason", wrong);
        if (reason == null) {
            wrong.add(Field.of("reason", "field.required"));
            return "";
        }
        return reason;
    }
}
