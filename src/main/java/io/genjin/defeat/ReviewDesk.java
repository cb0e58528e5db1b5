package io.genjin.defeat;

import io.genjin.followup.FollowUpDesk;
import io.genjin.prospect.LifeCycle;
import io.genjin.prospect.NextStep;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectFact;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectStatus;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.TypedId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a consultant sums up why there was no deal and says whether they will visit again (1.8 states 7 and 8). If not, the
 * managers analyse the cause; the consultant may apply for a defeat in the same breath.
 */
@Service
public class ReviewDesk {

    static final int LONGEST_TEXT = 1000;

    private final ProspectDesk prospects;
    private final LifeCycle lifeCycle;
    private final FollowUpDesk followUps;
    private final DefeatDesk defeats;
    private final Reviews reviews;
    private final Clock clock;

    ReviewDesk(
            ProspectDesk prospects,
            LifeCycle lifeCycle,
            FollowUpDesk followUps,
            DefeatDesk defeats,
            Reviews reviews,
            Clock clock) {
        this.prospects = prospects;
        this.lifeCycle = lifeCycle;
        this.followUps = followUps;
        this.defeats = defeats;
        this.reviews = reviews;
        this.clock = clock;
    }

    /**
     * What the consultant says.
     *
     * @param revisit  whether they will visit again; nothing when they cannot say yet
     * @param nextDate with its reason, when they will
     * @param loss     when they apply for a defeat at once; only when they will not
     */
    public record NotClosed(
            @Nullable String summary,
            Set<DefeatReason> reasons,
            @Nullable Boolean revisit,
            @Nullable LocalDate nextDate,
            @Nullable NextStepReason nextReason,
            @Nullable String nextNote,
            @Nullable String lateReason,
            @Nullable Loss loss) {}

    /**
     * @throws FieldsRefused naming every field that is missing or wrong
     * @throws io.genjin.prospect.StatusNotThere when the customer is not followed, or is with the managers already
     * @throws io.genjin.prospect.NextDateTooLate when the next date lies after the rhythm's latest day without a late reason
     */
    @Transactional
    public Prospect review(ProspectId id, NotClosed said, StaffMember by) {
        Prospect held = prospects.hold(id, by, "case.review");
        NotClosed clean = checked(said);
        Instant now = clock.instant();
        String summary = Objects.requireNonNull(clean.summary());
        Review open = held.status() == ProspectStatus.NOT_CLOSED_REVIEW
                ? reviews.open(by.dealership(), id).orElse(null)
                : null;
        if (open == null) {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("summary", summary);
            details.put(
                    "reasons", clean.reasons().stream().map(Enum::name).sorted().toList());
            if (clean.revisit() != null) {
                details.put("revisit", clean.revisit());
            }
            lifeCycle.review(held, details, by);
            reviews.add(
                    by.dealership(),
                    new Review(TypedId.newValue(), id, summary, clean.reasons(), clean.revisit(), by.id(), now));
        } else {
            reviews.change(
                    by.dealership(),
                    new Review(open.id(), id, summary, clean.reasons(), clean.revisit(), by.id(), now));
        }
        if (Boolean.TRUE.equals(clean.revisit())) {
            lifeCycle.visitAgain(held, about(next(clean)), by);
            followUps.promise(held, next(clean), clean.lateReason(), by);
        } else if (Boolean.FALSE.equals(clean.revisit())) {
            lifeCycle.analyseCause(held, Map.of("summary", summary), by);
            if (clean.loss() != null) {
                defeats.apply(held, clean.loss(), by);
            }
        }
        return prospects.get(by.dealership(), id);
    }

    /**
     * The customer of a resting or given-up case came back by telephone or otherwise: the same case goes on (scenario 36). Who
     * comes in person is found when a card is opened for them.
     *
     * @throws FieldsRefused naming {@code nextDate} or {@code nextReason}
     */
    @Transactional
    public Prospect cameBack(
            ProspectId id,
            @Nullable LocalDate nextDate,
            @Nullable NextStepReason nextReason,
            @Nullable String comment,
            StaffMember by) {
        prospects.hold(id, by, "case.review");
        List<Field> wrong = new ArrayList<>();
        required(nextDate, "nextDate", wrong);
        required(nextReason, "nextReason", wrong);
        String why = PlainText.text(comment, LONGEST_TEXT, "comment", wrong);
        required(why, "comment", wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        NextStep next = new NextStep(Objects.requireNonNull(nextDate), Objects.requireNonNull(nextReason), "");
        followUps.checkStep(next, by);
        boolean taken = prospects.takeUpAgain(
                id,
                ProspectFact.Kind.REACTIVATED,
                next,
                Map.of("comment", Objects.requireNonNull(why)),
                by.id(),
                by.dealership());
        if (!taken) {
            throw new NothingRests();
        }
        return prospects.get(by.dealership(), id);
    }

    private static NotClosed checked(NotClosed said) {
        List<Field> wrong = new ArrayList<>();
        String summary = PlainText.text(said.summary(), LONGEST_TEXT, "summary", wrong);
        required(summary, "summary", wrong);
        if (said.reasons().isEmpty()) {
            wrong.add(Field.of("reasons", "field.required"));
        }
        if (Boolean.TRUE.equals(said.revisit())) {
            required(said.nextDate(), "nextDate", wrong);
            required(said.nextReason(), "nextReason", wrong);
        }
        String note = PlainText.line(said.nextNote(), LONGEST_TEXT, "nextNote", wrong);
        String late = PlainText.line(said.lateReason(), LONGEST_TEXT, "lateReason", wrong);
        Loss loss = said.loss();
        if (loss != null && !Boolean.FALSE.equals(said.revisit())) {
            wrong.add(Field.of("revisit", "field.revisitOrDefeat"));
        }
        if (loss != null) {
            try {
                loss = loss.checked();
            } catch (FieldsRefused refused) {
                wrong.addAll(refused.fields());
            }
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        return new NotClosed(
                summary, said.reasons(), said.revisit(), said.nextDate(), said.nextReason(), note, late, loss);
    }

    /** What a step back to following says of the promise that comes with it. */
    static Map<String, Object> about(NextStep next) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("nextDate", next.date().toString());
        details.put("nextReason", next.reason().name());
        return details;
    }

    private static NextStep next(NotClosed clean) {
        return new NextStep(
                Objects.requireNonNull(clean.nextDate()),
                Objects.requireNonNull(clean.nextReason()),
                clean.nextNote() == null ? "" : clean.nextNote());
    }

    static void required(@Nullable Object value, String field, List<Field> wrong) {
        boolean blank = value == null || value instanceof String text && text.isBlank();
        if (blank && wrong.stream().noneMatch(one -> one.name().equals(field))) {
            wrong.add(Field.of(field, "field.required"));
        }
    }
}
