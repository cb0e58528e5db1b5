package io.genjin.staff;

import io.genjin.dealership.Dealerships;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.TypedId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who works here and with which duties: people are invited, get other duties, are away, leave and come back. Nobody is ever
 * deleted, so that the journal keeps its names. What a change takes away ends at once on all devices and for all tokens
 * (S-R12).
 */
@Service
@Transactional
public class StaffDesk {

    private static final Pattern USERNAME = Pattern.compile("[a-z][a-z0-9._-]{1,39}");
    private static final int LONGEST_NAME = 40;

    private final StaffMembers members;
    private final StaffDirectory directory;
    private final Absences absences;
    private final Accounts accounts;
    private final Invitations invitations;
    private final ApiTokens tokens;
    private final Sessions sessions;
    private final List<LeaverCheck> leaverChecks;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Clock wallClock = Clock.systemUTC();

    StaffDesk(
            StaffMembers members,
            StaffDirectory directory,
            Absences absences,
            Accounts accounts,
            Invitations invitations,
            ApiTokens tokens,
            Sessions sessions,
            List<LeaverCheck> leaverChecks,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            Clock clock) {
        this.members = members;
        this.directory = directory;
        this.absences = absences;
        this.accounts = accounts;
        this.invitations = invitations;
        this.tokens = tokens;
        this.sessions = sessions;
        this.leaverChecks = leaverChecks;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Adds a person without a password to the dealership of {@code by}; the code lets them set one within seven days.
     *
     * @throws FieldsRefused naming {@code username}, {@code name} or {@code roles}
     */
    public Invitation invite(String username, String name, Collection<Role> roles, StaffMember by) {
        DealershipId dealership = by.dealership();
        List<Field> wrong = new ArrayList<>();
        String signInName = username.strip().toLowerCase(Locale.ROOT);
        if (!USERNAME.matcher(signInName).matches()) {
            wrong.add(Field.of("username", "staff.username.wrong"));
        } else if (accounts.find(signInName).isPresent()) {
            wrong.add(Field.of("username", "staff.username.taken"));
        }
        String called = name(name, wrong);
        Set<Role> duties = duties(roles, dealership, wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        StaffMember member = new StaffMember(StaffId.next(), dealership, signInName, called, duties, true);
        try {
            accounts.add(signInName, dealership, member.id(), null, wallClock.instant());
            members.add(member, clock.instant());
        } catch (DuplicateKeyException takenMeanwhile) {
            throw new FieldsRefused(Field.of("username", "staff.username.taken"));
        }
        Invitation invitation = invitations.issue(member, wallClock.instant());
        publish(StaffFact.of(StaffFact.Kind.STAFF_INVITED, member, by, clock.instant())
                .with("roles", duties));
        return invitation;
    }

    /**
     * Gives a person other duties. They sign in again to work with them (S-R9, S-R12).
     *
     * @throws LastAdministrator when nobody could hand out duties afterwards
     * @throws StaffChanged      when a colleague changed the person after {@code version}
     */
    public void changeRoles(StaffId id, Collection<Role> roles, int version, StaffMember by) {
        List<Field> wrong = new ArrayList<>();
        Set<Role> duties = duties(roles, by.dealership(), wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Team team = holdTeam(by.dealership());
        StaffMember before = members.get(by.dealership(), id);
        if (before.roles().equals(duties)) {
            return;
        }
        StaffMember after =
                new StaffMember(id, before.dealership(), before.username(), before.name(), duties, before.active());
        team.remainsAdministratedWith(after);
        members.save(after, version, clock.instant());
        signOutEverywhere(after);
        publish(StaffFact.of(StaffFact.Kind.ROLES_CHANGED, after, by, clock.instant())
                .with("before", before.roles())
                .with("after", duties));
    }

    /** Writes a person's name anew; the sign-in name stays for good. */
    public void rename(StaffId id, String name, int version, StaffMember by) {
        List<Field> wrong = new ArrayList<>();
        String called = name(name, wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        StaffMember before = members.get(by.dealership(), id);
        if (before.name().equals(called)) {
            return;
        }
        StaffMember after =
                new StaffMember(id, before.dealership(), before.username(), called, before.roles(), before.active());
        members.save(after, version, clock.instant());
        publish(StaffFact.of(StaffFact.Kind.STAFF_RENAMED, after, by, clock.instant())
                .with("before", before.name())
                .with("after", called));
    }

    /**
     * Closes the account of a person who leaves. What they owned must have a new owner first (domain 5, Leaving staff).
     *
     * @throws OwnAccountKept    when it is one's own
     * @throws StillOwnsWork     with the number of customers, orders and the like still in the person's name
     * @throws LastAdministrator when nobody could hand out duties afterwards
     */
    public void deactivate(StaffId id, StaffMember by) {
        if (id.equals(by.id())) {
            throw new OwnAccountKept();
        }
        Team team = holdTeam(by.dealership());
        StaffMember before = members.get(by.dealership(), id);
        if (!before.active()) {
            return;
        }
        int open = leaverChecks.stream()
                .mapToInt(check -> check.openItems(by.dealership(), id))
                .sum();
        if (open > 0) {
            throw new StillOwnsWork(open);
        }
        StaffMember after = withStanding(before, false);
        team.remainsAdministratedWith(after);
        members.save(after, null, clock.instant());
        invitations.withdraw(after);
        signOutEverywhere(after);
        publish(StaffFact.of(StaffFact.Kind.STAFF_DEACTIVATED, after, by, clock.instant()));
    }

    /**
     * Opens the account of somebody who comes back, with the duties held last. The old password does not work again; the code
     * lets them set another.
     *
     * @throws StaffStillActive when the person never left
     */
    public Invitation reactivate(StaffId id, StaffMember by) {
        StaffMember before = members.get(by.dealership(), id);
        if (before.active()) {
            throw new StaffStillActive();
        }
        StaffMember after = withStanding(before, true);
        members.save(after, null, clock.instant());
        members.notice(after, null, clock.instant());
        Invitation invitation = invitations.issue(after, wallClock.instant());
        publish(StaffFact.of(StaffFact.Kind.STAFF_REACTIVATED, after, by, clock.instant()));
        return invitation;
    }

    /**
     * Notice was given: from that day on the person sees no number in full, prints nothing and downloads nothing (domain 5,
     * Leaving staff).
     *
     * @throws FieldsRefused without a day, or with one more than a year away
     */
    public void giveNotice(StaffId id, @Nullable LocalDate from, StaffMember by) {
        StaffMember member = working(id, by);
        LocalDate today = today(by);
        if (from == null) {
            throw new FieldsRefused(Field.of("noticeFrom", "field.required"));
        }
        if (from.isBefore(today.minusYears(1)) || from.isAfter(today.plusYears(1))) {
            throw new FieldsRefused(Field.of("noticeFrom", "staff.notice.far"));
        }
        members.notice(member, from, clock.instant());
        publish(StaffFact.of(StaffFact.Kind.NOTICE_GIVEN, member, by, clock.instant())
                .with("from", from));
    }

    /** The person stays after all. */
    public void withdrawNotice(StaffId id, StaffMember by) {
        StaffMember member = working(id, by);
        members.notice(member, null, clock.instant());
        publish(StaffFact.of(StaffFact.Kind.NOTICE_WITHDRAWN, member, by, clock.instant()));
    }

    /**
     * Ends a person's password and gives a code to set a new one: for the first sign-in after an invitation that ran out, a
     * password forgotten, or one that somebody else may know.
     *
     * @throws OwnPasswordElsewhere when it is one's own
     * @throws StaffInactive        when the person has left
     */
    public Invitation resetPassword(StaffId id, StaffMember by) {
        if (id.equals(by.id())) {
            throw new OwnPasswordElsewhere();
        }
        StaffMember member = working(id, by);
        Invitation invitation = invitations.issue(member, wallClock.instant());
        signOutEverywhere(member);
        publish(StaffFact.of(StaffFact.Kind.SIGN_IN_RESET, member, by, clock.instant()));
        return invitation;
    }

    /**
     * Ends what a person is signed in with, on all devices and of all tokens: a telephone was lost, or somebody left a desk
     * open. The password stays.
     *
     * @throws StaffInactive when the person has left
     */
    public void signOut(StaffId id, StaffMember by) {
        StaffMember member = working(id, by);
        signOutEverywhere(member);
        publish(StaffFact.of(StaffFact.Kind.SIGNED_OUT, member, by, clock.instant()));
    }

    /**
     * Records days on which a person is away and who stands in (domain 5, Absence).
     *
     * @throws FieldsRefused naming {@code from}, {@code to}, {@code deputy} or {@code reason}
     */
    public UUID recordAbsence(StaffId id, AbsencePlan plan, StaffMember by) {
        StaffMember who = working(id, by);
        members.hold(who);
        LocalDate today = today(by);
        StaffMember deputy = deputy(plan, by.dealership());
        LocalDate from = plan.from();
        List<Absence> known = absences.from(by.dealership(), from == null || from.isAfter(today) ? today : from);
        List<Field> wrong = plan.wrongFor(who, deputy, known, today);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Absence absence = new Absence(
                TypedId.newValue(),
                id,
                Objects.requireNonNull(from),
                Objects.requireNonNull(plan.to()),
                deputy == null ? null : deputy.id(),
                plan.statedReason());
        absences.add(by.dealership(), absence, by, clock.instant());
        forget(by.dealership());
        publish(absenceFact(StaffFact.Kind.ABSENCE_RECORDED, who, absence, by));
        return absence.id();
    }

    /**
     * Takes days away back. Of an absence that has begun, the days before today stay as they were.
     *
     * @throws AbsenceOver when all its days have passed
     */
    public void cancelAbsence(StaffId id, UUID absenceId, StaffMember by) {
        StaffMember who = members.get(by.dealership(), id);
        members.hold(who);
        Absence absence = absences.get(who, absenceId);
        LocalDate today = today(by);
        if (absence.to().isBefore(today)) {
            throw new AbsenceOver();
        }
        StaffFact fact = absenceFact(StaffFact.Kind.ABSENCE_CANCELLED, who, absence, by);
        if (absence.from().isBefore(today)) {
            LocalDate lastDay = today.minusDays(1);
            absences.endOn(by.dealership(), absenceId, lastDay);
            fact = fact.with("lastDay", lastDay);
        } else {
            absences.remove(by.dealership(), absenceId);
        }
        forget(by.dealership());
        publish(fact);
    }

    private Team holdTeam(DealershipId dealership) {
        List<StaffMember> active = members.holdActive(dealership);
        Set<StaffId> able = invitations.withPassword(dealership);
        return new Team(
                active.stream().filter(member -> able.contains(member.id())).toList());
    }

    private StaffMember working(StaffId id, StaffMember by) {
        StaffMember member = members.get(by.dealership(), id);
        if (!member.active()) {
            throw new StaffInactive();
        }
        return member;
    }

    private @Nullable StaffMember deputy(AbsencePlan plan, DealershipId dealership) {
        return plan.namesDeputy()
                ? directory
                        .byUsername(dealership, Objects.requireNonNull(plan.deputy()))
                        .orElse(null)
                : null;
    }

    private LocalDate today(StaffMember by) {
        return dealerships.get(by.dealership()).today(clock);
    }

    private static String name(String typed, List<Field> wrong) {
        String name = PlainText.line(typed, LONGEST_NAME, "name", wrong);
        if (name == null) {
            wrong.add(Field.of("name", "field.required"));
            return "";
        }
        return name;
    }

    private static Set<Role> duties(Collection<Role> roles, DealershipId dealership, List<Field> wrong) {
        if (roles.isEmpty()) {
            wrong.add(Field.of("roles", "field.required"));
            return Set.of();
        }
        if (!Duties.of(dealership).containsAll(roles)) {
            wrong.add(Field.of("roles", "staff.roles.notHere"));
        }
        return EnumSet.copyOf(roles);
    }

    private static StaffMember withStanding(StaffMember member, boolean active) {
        return new StaffMember(
                member.id(), member.dealership(), member.username(), member.name(), member.roles(), active);
    }

    private StaffFact absenceFact(StaffFact.Kind what, StaffMember who, Absence absence, StaffMember by) {
        return StaffFact.of(what, who, by, clock.instant())
                .with("from", absence.from())
                .with("to", absence.to())
                .with("deputy", absence.deputy())
                .with("reason", absence.reason());
    }

    private void signOutEverywhere(StaffMember member) {
        tokens.revokeAll(member.dealership(), member.id());
        sessions.endAll(member.username());
    }

    private void forget(DealershipId dealership) {
        directory.changed(dealership);
        Sessions.afterCommit(() -> directory.changed(dealership));
    }

    private void publish(StaffFact fact) {
        forget(fact.dealership());
        events.publishEvent(fact);
    }
}
