package io.genjin.reception;

import io.genjin.followup.ContactWay;
import io.genjin.followup.FollowUpDesk;
import io.genjin.followup.Outcome;
import io.genjin.followup.RecordFollowUp;
import io.genjin.prospect.Opening;
import io.genjin.prospect.OpeningDesk;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectFact;
import io.genjin.prospect.ProspectId;
import io.genjin.reception.VisitFact.Kind;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PhoneNumber;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import io.genjin.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the consultant who received a party files it, or says why it left no number, and says what follows. Closing a visit of
 * a followed customer is the contact itself, with the next promise; a party counts as one visit, whoever writes it down.
 */
@Service
@Transactional
public class ClosingDesk {

    private static final String CLOSE = "visit.close";
    private static final int LONGEST_COURSE = 2000;
    private static final int LONGEST_LINE = 100;
    /** With these facts a card has a customer's number. */
    private static final Set<ProspectFact.Kind> FILES = EnumSet.of(
            ProspectFact.Kind.PROSPECT_OPENED, ProspectFact.Kind.REACTIVATED, ProspectFact.Kind.COURTESY_RECEPTION);

    private final Visits visits;
    private final VisitAccess access;
    private final ProspectDesk prospects;
    private final OpeningDesk openings;
    private final FollowUpDesk followUps;
    private final StaffDirectory staff;
    private final Vault vault;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ClosingDesk(
            Visits visits,
            VisitAccess access,
            ProspectDesk prospects,
            OpeningDesk openings,
            FollowUpDesk followUps,
            StaffDirectory staff,
            Vault vault,
            ApplicationEventPublisher events,
            Clock clock) {
        this.visits = visits;
        this.access = access;
        this.prospects = prospects;
        this.openings = openings;
        this.followUps = followUps;
        this.staff = staff;
        this.vault = vault;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Files a party: a new card, the case of a customer who was given up (scenario 36), one's own customer, or a colleague's,
     * who is told (scenario 21).
     *
     * @throws VisitFiled when the party is filed already
     */
    public Opening file(VisitId id, Filing filing, StaffMember by) {
        Visit visit = access.hold(id, by, CLOSE);
        if (visit.isFiled()) {
            throw new VisitFiled();
        }
        if (!visit.isOpen()) {
            throw new VisitOver();
        }
        String number = filing.mobile();
        if (number == null || number.isBlank()) {
            number = mobileOf(visit).map(PhoneNumber::normalised).orElse("");
        }
        String name = filing.customerName();
        if (name == null || name.isBlank()) {
            name = visit.customerName() == null ? "" : visit.customerName();
        }
        StaffId consultant = visit.consultant();
        String owner = consultant == null || consultant.equals(by.id())
                ? null
                : staff.get(by.dealership(), consultant).username();
        Opening opening = openings.open(filing.wish(number, name, visit.kind().source(), visit.arrivedAt(), owner), by);
        ProspectId customer = customerOf(opening);
        Visit held = visits.hold(by.dealership(), id).orElseThrow();
        if (!held.isFiled()) {
            boolean began = opening instanceof Opening.Opened || opening instanceof Opening.Returned;
            file(held, prospects.hold(customer, by.dealership()), natureOf(opening, customer, by), began, by.id());
        }
        return opening;
    }

    private static ProspectId customerOf(Opening opening) {
        if (opening instanceof Opening.Opened opened) {
            return opened.prospect().id();
        }
        if (opening instanceof Opening.Returned returned) {
            return returned.prospect().id();
        }
        if (opening instanceof Opening.OwnAlready own) {
            return own.existing();
        }
        return ((Opening.OnFile) opening).existing();
    }

    private VisitNature natureOf(Opening opening, ProspectId customer, StaffMember by) {
        if (opening instanceof Opening.Opened) {
            return VisitNature.FIRST;
        }
        if (opening instanceof Opening.Returned) {
            return VisitNature.RETURN;
        }
        return beforeThis(prospects.get(by.dealership(), customer), opening instanceof Opening.OnFile);
    }

    /** What the visit was to a customer on file; a courtesy has counted it already. */
    private static VisitNature beforeThis(Prospect customer, boolean counted) {
        int before = customer.visits().count() - (counted && customer.visits().count() > 0 ? 1 : 0);
        return before == 0 ? VisitNature.FILED_FIRST : VisitNature.RETURN;
    }

    /** A card was opened elsewhere with the number that a party left at the door: the party is filed. */
    @EventListener
    void filedElsewhere(ProspectFact fact) {
        if (!FILES.contains(fact.what())) {
            return;
        }
        Prospect customer = prospects.get(fact.dealership(), fact.id());
        byte[] hash = vault.fingerprint(customer.content().number(), fact.dealership());
        for (VisitId id : visits.waitingFor(fact.dealership(), hash)) {
            Visit visit = visits.hold(fact.dealership(), id).orElseThrow();
            if (visit.isFiled() || !visit.isOpen()) {
                continue;
            }
            boolean opened = fact.what() == ProspectFact.Kind.PROSPECT_OPENED;
            boolean returned = fact.what() == ProspectFact.Kind.REACTIVATED;
            VisitNature nature = opened
                    ? VisitNature.FIRST
                    : returned
                            ? VisitNature.RETURN
                            : beforeThis(customer, visit.kind().isAtTheDoor());
            UUID actor = fact.actor();
            file(visit, customer, nature, opened || returned, actor == null ? null : new StaffId(actor));
        }
    }

    private void file(Visit visit, Prospect customer, VisitNature nature, boolean began, @Nullable StaffId by) {
        visit.belongsTo(customer.id(), nature, began);
        visits.store(visit);
        events.publishEvent(VisitFact.of(Kind.VISIT_FILED, visit, customer, by, clock.instant())
                .with("kind", visit.kind())
                .with("nature", visit.nature()));
    }

    /** The party left no number, and this is why; the visit is closed with it. */
    public Visit notFiled(VisitId id, @Nullable NotFiledReason reason, @Nullable String course, StaffMember by) {
        List<Field> wrong = new ArrayList<>();
        if (reason == null) {
            wrong.add(Field.of("notFiledReason", "field.required"));
        }
        String words = PlainText.text(course, LONGEST_COURSE, "course", wrong);
        if (reason == null || !wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Visit visit = access.hold(id, by, CLOSE);
        Instant now = clock.instant();
        boolean leaves = visit.leftAt() == null;
        visit.notFiled(reason, by.id(), now);
        visit.said(words, null, null, null);
        visits.store(visit);
        events.publishEvent(
                VisitFact.of(Kind.VISIT_NOT_FILED, visit, null, by.id(), now).with("reason", reason));
        closed(visit, null, leaves, by, now);
        return visit;
    }

    /**
     * Closes a visit by saying what follows. For a followed customer it is a contact with its next promise; the visit that began
     * a case needs none, for the card has just promised it.
     *
     * @throws FieldsRefused   naming what is missing, as when a contact is recorded
     * @throws VisitNotFiled   when nobody knows yet who the party was
     */
    public Visit close(VisitId id, Closing said, StaffMember by) {
        Visit visit = access.hold(id, by, CLOSE);
        if (!visit.isOpen()) {
            throw new VisitOver();
        }
        Instant now = clock.instant();
        ProspectId known = visit.prospect();
        Prospect customer = known == null ? null : prospects.hold(known, by.dealership());
        boolean mine = customer != null && access.mayFollow(customer, by);
        Closing clean = checked(visit, said, customer, mine);
        Follows follows = clean.follows() == null ? Follows.NON_SALES : clean.follows();
        if (customer != null && mine && isContact(visit, clean, customer)) {
            contact(visit, clean, customer, by);
        }
        boolean leaves = visit.leftAt() == null;
        visit.said(clean.course(), clean.model(), clean.colour(), clean.competitor());
        visit.close(follows, by.id(), now);
        visits.store(visit);
        closed(visit, customer == null ? null : prospects.get(by.dealership(), customer.id()), leaves, by, now);
        return visit;
    }

    private void closed(Visit visit, @Nullable Prospect customer, boolean leaves, StaffMember by, Instant now) {
        if (leaves) {
            events.publishEvent(VisitFact.of(Kind.VISIT_LEFT, visit, customer, by.id(), now)
                    .with("stayMinutes", visit.stay(now).toMinutes()));
        }
        events.publishEvent(VisitFact.of(Kind.VISIT_CLOSED, visit, customer, by.id(), now)
                .with("follows", visit.follows())
                .with("kind", visit.kind())
                .with("nature", visit.nature())
                .with("stayMinutes", visit.stay(now).toMinutes()));
    }

    private static Closing checked(Visit visit, Closing said, @Nullable Prospect customer, boolean mine) {
        List<Field> wrong = new ArrayList<>();
        String course = PlainText.text(said.course(), LONGEST_COURSE, "course", wrong);
        String model = PlainText.line(said.model(), LONGEST_LINE, "model", wrong);
        String colour = PlainText.line(said.colour(), LONGEST_LINE, "colour", wrong);
        String competitor = PlainText.line(said.competitor(), LONGEST_LINE, "competitor", wrong);
        Follows follows = said.follows();
        if (visit.purpose().isSales() && customer == null) {
            throw new VisitNotFiled();
        }
        if (follows == null) {
            wrong.add(Field.of("follows", "field.required"));
        } else if (!allowed(visit, mine).contains(follows)) {
            wrong.add(Field.of("follows", mine ? "field.follows" : "field.follows.courtesy"));
        }
        boolean tells =
                follows == Follows.OWNER_GOES_ON || customer != null && mine && isContact(visit, said, customer);
        if (tells && course == null) {
            wrong.add(Field.of("course", "field.required"));
        }
        if (customer != null && mine && isContact(visit, said, customer)) {
            if (said.nextDate() == null) {
                wrong.add(Field.of("nextDate", "field.required"));
            }
            if (said.nextReason() == null) {
                wrong.add(Field.of("nextReason", "field.required"));
            }
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        return new Closing(
                follows,
                course,
                model,
                colour,
                competitor,
                said.gradeAfter(),
                said.evidence(),
                said.gradeReason(),
                said.nextDate(),
                said.nextReason(),
                said.nextNote(),
                said.lateReason(),
                said.appointmentAt());
    }

    /** What may follow: by what the party came for, and whose customer it is. */
    static List<Follows> allowed(Visit visit, boolean mine) {
        if (!visit.purpose().isSales()) {
            return List.of(Follows.NON_SALES);
        }
        return mine ? List.of(Follows.NEXT_CONTACT, Follows.ORDER, Follows.REVIEW) : List.of(Follows.OWNER_GOES_ON);
    }

    private static boolean isContact(Visit visit, Closing said, Prospect customer) {
        Follows follows = said.follows();
        boolean promised = visit.isOpened() && follows == Follows.NEXT_CONTACT && said.appointmentAt() == null;
        return visit.purpose().isSales()
                && customer.status().isFollowed()
                && follows != null
                && follows.outcome(false) != null
                && !promised;
    }

    private void contact(Visit visit, Closing said, Prospect customer, StaffMember by) {
        Follows follows = said.follows();
        Outcome outcome = follows == null ? null : follows.outcome(said.appointmentAt() != null);
        Instant happenedAt =
                visit.arrivedAt().isBefore(customer.receivedAt()) ? customer.receivedAt() : visit.arrivedAt();
        followUps.record(
                customer.id(),
                new RecordFollowUp(
                        way(visit.kind()),
                        happenedAt,
                        outcome,
                        said.course(),
                        said.gradeAfter(),
                        said.evidence() == null || said.evidence().isEmpty() ? null : said.evidence(),
                        said.gradeReason(),
                        said.nextDate(),
                        said.nextReason(),
                        said.nextNote(),
                        said.lateReason(),
                        outcome == Outcome.APPOINTMENT ? said.appointmentAt() : null),
                by);
    }

    private static ContactWay way(VisitKind kind) {
        return switch (kind) {
            case CALL -> ContactWay.PHONE;
            case FIELD -> ContactWay.VISIT_OUT;
            default -> ContactWay.SHOWROOM;
        };
    }

    /** The number that was left at the door and that no card has yet. */
    Optional<PhoneNumber> mobileOf(Visit visit) {
        byte[] sealed = visit.mobileSealed();
        return sealed == null
                ? Optional.empty()
                : PhoneNumber.parse(vault.open(sealed, ReceptionDesk.context(visit.dealership(), visit.id())));
    }
}
