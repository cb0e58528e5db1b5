package io.genjin.toolbox;

import io.genjin.catalog.Focus;
import io.genjin.catalog.SellingPoint;
import io.genjin.catalog.SellingPointDesk;
import io.genjin.catalog.SkillCardDesk;
import io.genjin.catalog.SkillCardKind;
import io.genjin.catalog.SkillCardText;
import io.genjin.followup.ContactWay;
import io.genjin.followup.FollowUpFile;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.Source;
import io.genjin.staff.StaffMember;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The cards of the tool box that fit this moment: the talk that is about to begin, and what speaks for the car wished for. */
@Component
public class CardsAtHand {

    private static final int RECENT = 5;

    /**
     * The moment, as far as it is known.
     *
     * @param way      how the contact is made
     * @param reason   why it is made now; of a customer's contact what was promised, unless said otherwise
     * @param next     why the next one will be made, as it is being filled in
     * @param source   by which way a new customer came
     * @param prospect whom it is about
     */
    public record Moment(
            @Nullable ContactWay way,
            @Nullable NextStepReason reason,
            @Nullable NextStepReason next,
            @Nullable Source source,
            @Nullable ProspectId prospect) {}

    /** A skill card and the kind of talk it leads. */
    public record Skill(SkillCardKind kind, SkillCardText text) {}

    /**
     * What lies at hand.
     *
     * @param model    the model the customer wishes first, if one is known
     * @param spokenOf needs the customer spoke of; what answers them stands first
     */
    public record Cards(
            List<Skill> skills,
            List<SellingPoint> points,
            @Nullable String model,
            Set<Focus> spokenOf) {

        public boolean isEmpty() {
            return skills.isEmpty() && points.isEmpty();
        }
    }

    private final SkillCardDesk skillCards;
    private final SellingPointDesk sellingPoints;
    private final FollowUpFile followUps;

    CardsAtHand(SkillCardDesk skillCards, SellingPointDesk sellingPoints, FollowUpFile followUps) {
        this.skillCards = skillCards;
        this.sellingPoints = sellingPoints;
        this.followUps = followUps;
    }

    /** @throws io.genjin.shared.NothingHere when the reader may not see the customer */
    @Transactional(readOnly = true)
    public Cards of(Moment moment, Locale language, StaffMember reader) {
        FollowUpFile.Opened opened =
                moment.prospect() == null ? null : followUps.open(moment.prospect(), RECENT, reader);
        Prospect prospect = opened == null ? null : opened.prospect();
        NextStepReason reason = moment.reason() != null || prospect == null
                ? moment.reason()
                : prospect.nextStep().reason();
        List<Skill> skills = new ArrayList<>();
        for (SkillCardKind kind : fitting(moment.way(), reason, moment.next(), moment.source())) {
            skillCards.inUse(kind, language, reader.dealership()).forEach(text -> skills.add(new Skill(kind, text)));
        }
        String model = prospect == null ? null : prospect.content().mainModel();
        if (opened == null || model == null) {
            return new Cards(skills, List.of(), null, Set.of());
        }
        Set<Focus> spokenOf = MentionedFocus.in(words(opened));
        return new Cards(skills, sellingPoints.fitting(model, spokenOf, reader.dealership()), model, spokenOf);
    }

    /**
     * Which talks are about to begin, the reason before the way: an invitation is led by its own card, whatever it is made by. What
     * the next contact will be for comes last.
     */
    static Set<SkillCardKind> fitting(
            @Nullable ContactWay way,
            @Nullable NextStepReason reason,
            @Nullable NextStepReason next,
            @Nullable Source source) {
        Set<SkillCardKind> kinds = new LinkedHashSet<>();
        add(kinds, leading(reason));
        boolean calling = way == ContactWay.PHONE;
        boolean called = source == Source.INBOUND_CALL || source == Source.HOTLINE_800;
        add(kinds, calling || called ? SkillCardKind.TELEPHONE_RECEPTION : null);
        add(kinds, leading(next));
        return kinds;
    }

    private static void add(Set<SkillCardKind> kinds, @Nullable SkillCardKind kind) {
        if (kind != null) {
            kinds.add(kind);
        }
    }

    private static @Nullable SkillCardKind leading(@Nullable NextStepReason reason) {
        if (reason == null) {
            return null;
        }
        return switch (reason) {
            case INVITE_TO_SHOWROOM, EVENT_INVITATION, DECISION_MAKER_VISIT, STOCK_ARRIVED ->
                SkillCardKind.RETURN_TO_SHOWROOM;
            case INVITE_TEST_DRIVE -> SkillCardKind.TEST_DRIVE;
            default -> null;
        };
    }

    private static List<String> words(FollowUpFile.Opened opened) {
        List<String> words = new ArrayList<>();
        words.add(opened.prospect().nextStep().note());
        String remark = opened.prospect().content().remark();
        if (remark != null) {
            words.add(remark);
        }
        opened.contacts().forEach(one -> words.add(one.content()));
        return words;
    }
}
