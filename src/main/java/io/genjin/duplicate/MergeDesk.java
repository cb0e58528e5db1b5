package io.genjin.duplicate;

import io.genjin.dealership.Dealerships;
import io.genjin.followup.FollowUpDesk;
import io.genjin.prospect.CardContent;
import io.genjin.prospect.CardFile;
import io.genjin.prospect.GradeChoice;
import io.genjin.prospect.Merging;
import io.genjin.prospect.NextDateTooLate;
import io.genjin.prospect.NextStep;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Grade;
import io.genjin.shared.NothingHere;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes two cases of one customer one, field by field, and parts them again (4.1 rule 7). Both are held in the same order, so that
 * whatever happens at the same moment to one of them comes wholly before or wholly after.
 */
@Service
public class MergeDesk {

    private static final int LONGEST_REASON = 500;

    private final Merging merging;
    private final ProspectDesk prospects;
    private final FollowUpDesk followUps;
    private final CardFile cards;
    private final Merges merges;
    private final Candidates candidates;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Clock clock;

    MergeDesk(
            Merging merging,
            ProspectDesk prospects,
            FollowUpDesk followUps,
            CardFile cards,
            Merges merges,
            Candidates candidates,
            StaffDirectory staff,
            Dealerships dealerships,
            Clock clock) {
        this.merging = merging;
        this.prospects = prospects;
        this.followUps = followUps;
        this.cards = cards;
        this.merges = merges;
        this.candidates = candidates;
        this.staff = staff;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /**
     * Makes two cases one.
     *
     * @throws NothingHere   when the person may not see one of them (S-R22)
     * @throws NotMergeable  when they cannot become one, or not this way round
     * @throws CasesChanged  when one was changed since they were compared
     * @throws OwnersDiffer  when the owners differ and the person is no manager
     * @throws NextDateTooLate when the promise would move back
     */
    @Transactional
    public Merge merge(MergeWish wish, StaffMember by) {
        if (wish.survivor().equals(wish.absorbed())) {
            throw new FieldsRefused(Field.of("absorb", "field.merge.itself"));
        }
        Merging.Pair pair = merging.hold(wish.survivor(), wish.absorbed(), by, "duplicate.merge");
        Prospect survivor = pair.survivor();
        Comparison compared = new Comparison(survivor, pair.absorbed());
        NotMergeable hindrance = compared.hindrance();
        if (hindrance != null) {
            throw hindrance;
        }
        if (survivor.version() != wish.survivorVersion() || pair.absorbed().version() != wish.absorbedVersion()) {
            throw new CasesChanged(survivor.version(), pair.absorbed().version());
        }
        boolean important = wish.important() == null ? survivor.isImportantCustomer() : wish.important();
        StaffMember owner = owner(compared, wish, important, by);
        @Nullable GradeChoice choice = grade(compared, wish, by);
        LocalDate today = dealerships.get(by.dealership()).today(clock);
        NextStep next = compared.isFollowed() ? next(compared, wish, today) : survivor.nextStep();
        CardContent combined = compared.combined(wish.fields());
        MergeId id = MergeId.next();
        Instant now = clock.instant();
        Kept.Standing before = Kept.Standing.of(survivor);
        Prospect.Former former = merging.absorb(pair, id.value(), by);
        survivor = again(survivor);
        if (!owner.id().equals(survivor.owner())) {
            merging.handTo(survivor, owner, by);
            survivor = again(survivor);
        }
        merging.rewrite(survivor, combined, important, id.value(), by);
        if (choice != null) {
            prospects.regrade(survivor, choice, by, now);
        }
        if (compared.isFollowed()) {
            prospects.plan(survivor, next, survivor.deadline(), by.id());
        }
        merging.conclude(
                new Merging.Pair(survivor, pair.absorbed()), before.next().date(), by);
        if (choice != null) {
            followUps.keepPace(again(survivor), "REGRADED", by.id(), now);
        }
        survivor = again(survivor);
        Merge merge = new Merge(id, survivor.id(), pair.absorbed().id(), by.id(), now, null, null);
        merges.add(by.dealership(), merge, new Kept(before, Kept.Standing.of(survivor), former));
        candidates.merged(by.dealership(), survivor.id(), pair.absorbed().id(), by.id(), now);
        return merge;
    }

    /** The case as it stands now: whoever listens to a fact may have stored it since. */
    private Prospect again(Prospect held) {
        return prospects.hold(held.id(), held.dealership());
    }

    private static boolean isManager(StaffMember member) {
        return member.isAnyOf(Role.SHOWROOM_MANAGER, Role.SALES_MANAGER);
    }

    private StaffMember owner(Comparison compared, MergeWish wish, boolean important, StaffMember by) {
        StaffId mine = compared.survivor().owner();
        StaffId theirs = compared.absorbed().owner();
        if (!mine.equals(theirs) && !isManager(by)) {
            throw new OwnersDiffer();
        }
        StaffMember chosen = staff.get(by.dealership(), mine);
        if (wish.owner() != null && !wish.owner().isBlank()) {
            chosen = Stream.of(mine, theirs)
                    .map(one -> staff.get(by.dealership(), one))
                    .filter(one -> one.username().equals(wish.owner()))
                    .filter(one -> one.id().equals(mine) || one.active())
                    .findFirst()
                    .orElseThrow(() -> new FieldsRefused(Field.of("owner", "field.merge.owner")));
        }
        if (important && !chosen.is(Role.SALES_MANAGER)) {
            throw new FieldsRefused(Field.of("importantCustomer", "refusal.important-customer-needs-sales-manager"));
        }
        return chosen;
    }

    /** The other grade, when it is chosen; nothing when the survivor keeps its own. */
    private static @Nullable GradeChoice grade(Comparison compared, MergeWish wish, StaffMember by) {
        Grade chosen = wish.grade() == null ? compared.suggestedGrade() : wish.grade();
        Prospect survivor = compared.survivor();
        Prospect absorbed = compared.absorbed();
        if (!compared.isFollowed() || chosen == survivor.grade()) {
            return null;
        }
        if (chosen != absorbed.grade()) {
            throw new FieldsRefused(Field.of("grade", "field.merge.grade"));
        }
        if (survivor.grade().isAbove(chosen) && !isManager(by)) {
            throw new FieldsRefused(Field.of("grade", "field.merge.cooler"));
        }
        List<Field> wrong = new ArrayList<>();
        String reason = PlainText.line(wish.gradeReason(), LONGEST_REASON, "gradeReason", wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        return new GradeChoice(
                chosen, absorbed.evidence(), reason == null ? absorbed.overrideReason() : reason, "gradeReason");
    }

    private static NextStep next(Comparison compared, MergeWish wish, LocalDate today) {
        NextStep suggested = compared.suggestedStep();
        NextStep next = new NextStep(
                wish.nextDate() == null ? suggested.date() : wish.nextDate(),
                wish.nextReason() == null ? suggested.reason() : wish.nextReason(),
                suggested.note());
        if (next.date().isAfter(compared.latest())) {
            throw new NextDateTooLate(next.date(), compared.latest());
        }
        if (!next.date().equals(suggested.date())) {
            ProspectDesk.checkStep(next, today);
        }
        return next;
    }

    /** A merge as it is now, and what undoing it would give back. */
    public record Opened(Merge merge, Prospect survivor, Prospect absorbed, List<Undoing.Replaced> replaced) {}

    /** Opens a merge, for those who may see both cases. */
    @Transactional(readOnly = true)
    public Opened open(MergeId id, StaffMember reader) {
        Merge merge = merges.find(reader.dealership(), id).orElseThrow(() -> new NothingHere(id));
        Prospect survivor = cards.open(merge.survivor(), reader);
        Prospect absorbed = cards.open(merge.absorbed(), reader);
        List<Undoing.Replaced> replaced = merge.isUndone()
                ? List.of()
                : Undoing.of(merges.kept(reader.dealership(), id), survivor).replaced();
        return new Opened(merge, survivor, absorbed, replaced);
    }

    /** The merges that a case took part in, newest first, each with the other case when the reader may see it. */
    @Transactional(readOnly = true)
    public List<Merge> of(ProspectId id, StaffMember reader) {
        cards.open(id, reader);
        return merges.of(reader.dealership(), id);
    }

    /**
     * Parts two cases again: the absorbed one stands where it stood, the survivor gets back what the merge replaced and nobody
     * changed since. Contacts recorded since stay with the survivor.
     *
     * @throws NotUndoable  when it is too late, or something stands in the way
     * @throws ChangedSince naming the values about which a person must decide
     */
    @Transactional
    public Merge undo(MergeId id, UndoWish wish, StaffMember by) {
        Merge known = merges.find(by.dealership(), id).orElseThrow(() -> new NothingHere(id));
        Merging.Pair pair = merging.hold(known.survivor(), known.absorbed(), by, "duplicate.undo");
        Merge merge = merges.find(by.dealership(), id).orElseThrow(() -> new NothingHere(id));
        Instant now = clock.instant();
        Kept kept = merges.kept(by.dealership(), id);
        Prospect survivor = pair.survivor();
        check(merge, kept, survivor, now, by);
        StaffMember former = staff.get(by.dealership(), pair.absorbed().owner());
        boolean handedOver = !kept.before().owner().equals(kept.after().owner());
        if (!isManager(by) && (handedOver || !former.id().equals(survivor.owner()))) {
            throw new OwnersDiffer();
        }
        Undoing undoing = Undoing.of(kept, survivor);
        List<String> undecided = undoing.undecided(wish);
        if (!undecided.isEmpty()) {
            throw new ChangedSince(undecided);
        }
        boolean important =
                undoing.givesBack(Undoing.IMPORTANT, wish) ? kept.before().important() : survivor.isImportantCustomer();
        if (undoing.givesBack(Undoing.GRADE, wish) && survivor.status().isFollowed()) {
            prospects.regrade(survivor, gradeBefore(kept), by, now);
        }
        NextStep promise = undoing.promiseUntouched() ? kept.before().next() : null;
        merging.rewrite(survivor, CardFields.with(survivor.content(), undoing.cardValues(wish)), important, null, by);
        merging.part(
                pair,
                id.value(),
                new Merging.Parting(
                        kept.absorbed(),
                        former.active() ? former.id() : survivor.owner(),
                        kept.before().visits(),
                        kept.after().visits(),
                        kept.before().lastContactAt(),
                        promise),
                merges.broughtBy(by.dealership(), merge.absorbed()),
                by);
        survivor = again(survivor);
        StaffMember ownerBefore =
                staff.get(by.dealership(), new StaffId(kept.before().owner()));
        boolean ownersOwn =
                undoing.givesBack(Undoing.OWNER, wish) && !ownerBefore.id().equals(survivor.owner());
        if (ownersOwn && ownerBefore.active() && survivor.status().isOpen()) {
            merging.handTo(survivor, ownerBefore, by);
        }
        merges.undone(by.dealership(), id, by.id(), now);
        candidates.parted(by.dealership(), merge.survivor(), merge.absorbed());
        return merges.find(by.dealership(), id).orElseThrow();
    }

    /** The grade from before as it was chosen then; a reason is there, for without one it would not stand. */
    private static GradeChoice gradeBefore(Kept kept) {
        Kept.Standing before = kept.before();
        String reason = before.gradeReason() == null ? kept.after().gradeReason() : before.gradeReason();
        return new GradeChoice(before.grade(), before.evidence(), reason, "gradeReason");
    }

    private void check(Merge merge, Kept kept, Prospect survivor, Instant now, StaffMember by) {
        if (merge.isUndone()) {
            throw new NotUndoable(NotUndoable.Why.ALREADY);
        }
        if (merges.mergedFurther(by.dealership(), merge)) {
            throw new NotUndoable(NotUndoable.Why.MERGED_FURTHER);
        }
        boolean ordered =
                switch (survivor.status()) {
                    case ORDERED, DELIVERED -> survivor.status() != kept.after().status();
                    default -> false;
                };
        if (ordered) {
            throw new NotUndoable(NotUndoable.Why.ORDERED_SINCE);
        }
        if (now.isAfter(merge.undoableUntil())) {
            throw new NotUndoable(NotUndoable.Why.TOO_LATE);
        }
    }
}
