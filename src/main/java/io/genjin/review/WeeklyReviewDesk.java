package io.genjin.review;

import io.genjin.dealership.Dealerships;
import io.genjin.improvement.ActionDesk;
import io.genjin.improvement.ActionPlan;
import io.genjin.improvement.ImprovementAction;
import io.genjin.review.ArchivedReview.Addendum;
import io.genjin.review.ArchivedReview.Sealed;
import io.genjin.review.ReviewFact.Kind;
import io.genjin.review.ReviewFact.Part;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.NothingHere;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.TypedId;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Leads a weekly review from the click that opens it to the archive. */
@Service
@Transactional
public class WeeklyReviewDesk {

    private final WeeklyReviews reviews;
    private final MinuteParts parts;
    private final ReviewArchives archives;
    private final ReviewBook book;
    private final ReportFreezer freezer;
    private final ActionDesk actions;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WeeklyReviewDesk(
            WeeklyReviews reviews,
            MinuteParts parts,
            ReviewArchives archives,
            ReviewBook book,
            ReportFreezer freezer,
            ActionDesk actions,
            StaffDirectory staff,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.reviews = reviews;
        this.parts = parts;
        this.archives = archives;
        this.book = book;
        this.freezer = freezer;
        this.actions = actions;
        this.staff = staff;
        this.dealerships = dealerships;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Opens the review of a week and freezes its reports; of two who open it at once both get the same. The reports are read in
     * one snapshot of their own, before anything is written.
     *
     * @return whether it was this call that opened it
     * @throws WeekNotReviewable when the week has not begun, or its time is over and nobody opened it
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean open(ReviewWeek week, StaffMember by) {
        DealershipId in = by.dealership();
        if (book.exists(week, by)) {
            return false;
        }
        LocalDate today = dealerships.get(in).today(clock);
        if (!week.canBeOpenedOn(today)) {
            throw new WeekNotReviewable(week);
        }
        FrozenReports reports = freezer.freeze(week, by);
        Instant now = clock.instant();
        WeeklyReview review = WeeklyReview.opened(in, week, by.id(), now, invited(in, today, by.id()), reports);
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!reviews.add(review)) {
                return false;
            }
            events.publishEvent(ReviewFact.of(Kind.WEEK_OPENED, in, week, by.id(), now)
                    .with("review", review.id().toString()));
            return true;
        }));
    }

    /** All managers who are there, and whoever opens it. */
    private List<StaffId> invited(DealershipId in, LocalDate today, StaffId opener) {
        return staff.active(in).stream()
                .filter(member -> isManager(member) && !staff.isAway(in, member.id(), today)
                        || member.id().equals(opener))
                .map(StaffMember::id)
                .toList();
    }

    /** Showroom and sales managers hold the meeting (1.9). */
    public static boolean isManager(StaffMember member) {
        return member.isAnyOf(Role.SHOWROOM_MANAGER, Role.SALES_MANAGER);
    }

    /**
     * Says who leads the meeting and who takes part.
     *
     * @param chair        sign-in name of a manager
     * @param participants sign-in names
     * @throws MinutesChanged when somebody else said so meanwhile
     */
    public WeeklyReview seat(
            ReviewWeek week,
            @Nullable String chair,
            @Nullable Collection<String> participants,
            int version,
            StaffMember by) {
        WeeklyReview review = held(week, by);
        if (review.version() != version) {
            throw new MinutesChanged(review.version());
        }
        List<Field> wrong = new ArrayList<>();
        Optional<StaffMember> leads = chair == null
                ? Optional.empty()
                : staff.byUsername(by.dealership(), chair.strip())
                        .filter(member -> member.active() && isManager(member));
        if (leads.isEmpty()) {
            wrong.add(Field.of("chair", "weekly.chair.wrong"));
        }
        List<StaffId> with = new ArrayList<>();
        for (String name : participants == null ? List.<String>of() : participants) {
            Optional<StaffMember> member = staff.byUsername(by.dealership(), name.strip())
                    .filter(one -> one.active() || review.participants().contains(one.id()));
            member.filter(one -> !with.contains(one.id())).ifPresent(one -> with.add(one.id()));
            if (member.isEmpty()) {
                wrong.add(Field.of("participants", "weekly.participants.wrong"));
            }
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        WeeklyReview seated = review.seated(leads.orElseThrow().id(), with);
        reviews.seat(seated);
        tell(review, Part.SEATS, by, fact -> fact.with("participants", with.size()));
        return seated;
    }

    /**
     * Writes the note on a point of the agenda.
     *
     * @param version the one that the writer saw; 0 when there was none
     * @throws MinutesChanged when somebody else wrote it meanwhile
     */
    public Note note(ReviewWeek week, AgendaPoint point, @Nullable String words, int version, StaffMember by) {
        WeeklyReview review = held(week, by);
        Note current = parts.notes(review).get(point);
        mustBeCurrent(version, current == null ? 0 : current.version());
        String said = said(words, Note.LONGEST, WeeklyReview.noteField(point));
        Note note = new Note(point, said, by.id(), clock.instant(), version + 1);
        parts.put(review, note);
        tell(review, Part.NOTE, by, fact -> fact.with("point", point.name()));
        return note;
    }

    /**
     * Writes down a finding.
     *
     * @param proposal the key of the weakness it is made from; a weakness that is a finding already stays that one
     * @throws NothingHere when the figures do not show that weakness (any more)
     */
    public Finding find(ReviewWeek week, Finding.Wish wish, @Nullable String proposal, StaffMember by) {
        WeeklyReview review = held(week, by);
        Weakness from = null;
        if (proposal != null && !proposal.isBlank()) {
            Optional<Finding> taken = parts.findings(review).stream()
                    .filter(finding -> proposal.equals(finding.proposal()))
                    .findFirst();
            if (taken.isPresent()) {
                return taken.get();
            }
            from = book.minutes(review, by).weakness(proposal).orElseThrow(() -> new NothingHere(proposal));
        }
        Finding finding = Finding.found(wish.checked(), from, by.id(), clock.instant());
        parts.add(review, finding);
        tell(review, Part.FINDING, by, fact -> about(fact, finding));
        return finding;
    }

    /** Words it anew; one that has its improvement action stays as it is. */
    public Finding reword(ReviewWeek week, FindingId id, Finding.Wish wish, int version, StaffMember by) {
        WeeklyReview review = held(week, by);
        Finding finding = finding(review, id);
        mustBeCurrent(version, finding.version());
        Finding reworded = finding.reworded(wish.checked(), by.id(), clock.instant());
        parts.update(review, reworded);
        tell(review, Part.FINDING_CHANGED, by, fact -> about(fact, finding));
        return reworded;
    }

    /** Takes back what is none after all; not one that has its improvement action. */
    public void drop(ReviewWeek week, FindingId id, int version, StaffMember by) {
        WeeklyReview review = held(week, by);
        Finding finding = finding(review, id);
        mustBeCurrent(version, finding.version());
        if (finding.action() != null) {
            throw new FindingSettled();
        }
        parts.remove(review, id);
        tell(review, Part.FINDING_REMOVED, by, fact -> about(fact, finding));
    }

    /**
     * Answers a finding by an improvement action (R-116, scenario 31).
     *
     * @param responsible sign-in name
     * @throws FieldsRefused naming measure, deadline or responsible, all that is missing together
     */
    public ImprovementAction agree(
            ReviewWeek week,
            FindingId id,
            @Nullable String measure,
            @Nullable LocalDate deadline,
            @Nullable String responsible,
            StaffMember by) {
        WeeklyReview review = held(week, by);
        Finding finding = finding(review, id);
        if (finding.action() != null) {
            throw new FindingSettled();
        }
        Finding.Content content = finding.content();
        ImprovementAction action = actions.open(
                new ActionPlan.Draft(
                        content.defect(), content.report(), content.figure(), measure, deadline, responsible),
                by);
        parts.update(review, finding.answeredBy(action.id()));
        tell(review, Part.ACTION, by, fact -> about(fact, finding)
                .with("action", action.id().toString()));
        return action;
    }

    /** Says why nothing has to be done about a finding. */
    public Finding needsNothing(ReviewWeek week, FindingId id, @Nullable String because, StaffMember by) {
        WeeklyReview review = held(week, by);
        Finding finding = finding(review, id);
        Finding settled = finding.needingNothing(said(because, Finding.LONGEST_REASON, "noAction"));
        parts.update(review, settled);
        tell(review, Part.NO_ACTION, by, fact -> about(fact, finding));
        return settled;
    }

    public Decision decide(ReviewWeek week, @Nullable String words, StaffMember by) {
        WeeklyReview review = held(week, by);
        String said = said(words, Decision.LONGEST, "decision");
        Decision decision = new Decision(DecisionId.next(), said, by.id(), clock.instant(), 1);
        parts.add(review, decision);
        tell(review, Part.DECISION, by, fact -> about(fact, decision));
        return decision;
    }

    public Decision reword(ReviewWeek week, DecisionId id, @Nullable String words, int version, StaffMember by) {
        WeeklyReview review = held(week, by);
        Decision decision = decision(review, id);
        mustBeCurrent(version, decision.version());
        String said = said(words, Decision.LONGEST, "decision");
        Decision reworded = new Decision(id, said, by.id(), clock.instant(), version + 1);
        parts.update(review, reworded);
        tell(review, Part.DECISION_CHANGED, by, fact -> about(fact, decision));
        return reworded;
    }

    public void drop(ReviewWeek week, DecisionId id, int version, StaffMember by) {
        WeeklyReview review = held(week, by);
        Decision decision = decision(review, id);
        mustBeCurrent(version, decision.version());
        parts.remove(review, id);
        tell(review, Part.DECISION_REMOVED, by, fact -> about(fact, decision));
    }

    /**
     * Puts the review into the archive, for good.
     *
     * @throws FieldsRefused naming all that it lacks together
     */
    public ArchivedReview archive(ReviewWeek week, StaffMember by) {
        WeeklyReview review = held(week, by);
        Minutes minutes = book.minutes(review, by);
        review.mustBeComplete(parts.notes(review), minutes.findings());
        Instant now = clock.instant();
        Sealed sealed = new Sealed(
                minutes,
                Person.of(by),
                now,
                archives.lastDigest(by.dealership()).orElse(null));
        ReviewArchives.Text text = archives.text(sealed);
        UUID entry = TypedId.newValue();
        events.publishEvent(ReviewFact.of(Kind.WEEK_ARCHIVED, by.dealership(), week, by.id(), now)
                .with("review", review.id().toString())
                .with("digest", text.digest())
                .with("findings", minutes.findings().size())
                .with("actions", minutes.agreed().size())
                .with("decisions", minutes.decisions().size())
                .with(
                        "participants",
                        review.participants().stream()
                                .map(one -> one.toString())
                                .toList())
                .as(entry));
        archives.add(review, text, entry, sealed);
        reviews.archive(review);
        return archives.find(review).orElseThrow();
    }

    /**
     * Adds to an archived review what has to be corrected; the archive itself stays as it is.
     *
     * @throws ReviewNotArchived while it is still being written
     */
    public Addendum add(ReviewWeek week, @Nullable String words, @Nullable String reason, StaffMember by) {
        WeeklyReview review = reviews.hold(by.dealership(), week).orElseThrow(() -> new NothingHere(week));
        if (!review.archived()) {
            throw new ReviewNotArchived(week);
        }
        List<Field> wrong = new ArrayList<>();
        String what = checked(words, Addendum.LONGEST, "addendum", wrong);
        String why = checked(reason, Addendum.LONGEST_REASON, "addendumReason", wrong);
        if (what == null || why == null || !wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Addendum addendum = new Addendum(TypedId.newValue(), what, why, Person.of(by), clock.instant());
        archives.add(review, addendum);
        tell(review, Part.ADDENDUM, by, fact -> fact);
        return addendum;
    }

    private WeeklyReview held(ReviewWeek week, StaffMember by) {
        return reviews.hold(by.dealership(), week)
                .orElseThrow(() -> new NothingHere(week))
                .mustBeOpen();
    }

    private Finding finding(WeeklyReview review, FindingId id) {
        return parts.findings(review).stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NothingHere(id));
    }

    private Decision decision(WeeklyReview review, DecisionId id) {
        return parts.decisions(review).stream()
                .filter(decision -> decision.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NothingHere(id));
    }

    private static void mustBeCurrent(int seen, int current) {
        if (seen != current) {
            throw new MinutesChanged(current);
        }
    }

    private static ReviewFact about(ReviewFact fact, Finding finding) {
        return fact.with("finding", finding.id().toString());
    }

    private static ReviewFact about(ReviewFact fact, Decision decision) {
        return fact.with("decision", decision.id().toString());
    }

    private void tell(WeeklyReview review, Part part, StaffMember by, UnaryOperator<ReviewFact> more) {
        ReviewFact fact = ReviewFact.of(Kind.WEEK_MINUTED, review.dealership(), review.week(), by.id(), clock.instant())
                .with("review", review.id().toString())
                .with("part", part.name());
        events.publishEvent(more.apply(fact));
    }

    private static String said(@Nullable String words, int longest, String field) {
        List<Field> wrong = new ArrayList<>();
        String said = checked(words, longest, field, wrong);
        if (said == null || !wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        return said;
    }

    private static @Nullable String checked(@Nullable String words, int longest, String field, List<Field> wrong) {
        String clean = PlainText.text(words, longest, field, wrong);
        if (clean == null) {
            wrong.add(Field.of(field, "field.required"));
        }
        return clean;
    }
}
