package io.genjin.coselling;

import io.genjin.coselling.CoSellingFact.Kind;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Approves and pays what partners were promised: two people, neither of whom looked after the sale. */
@Service
@Transactional
public class RewardDesk {

    private static final int LONGEST_NOTE = 200;

    private final Introductions introductions;
    private final CoSellers coSellers;
    private final ProspectDesk prospects;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RewardDesk(
            Introductions introductions,
            CoSellers coSellers,
            ProspectDesk prospects,
            ApplicationEventPublisher events,
            Clock clock) {
        this.introductions = introductions;
        this.coSellers = coSellers;
        this.prospects = prospects;
        this.events = events;
        this.clock = clock;
    }

    /** A reward with the introduction it is for and the partner who gets it. */
    public record Line(Reward reward, Introduction introduction, CoSeller coSeller) {}

    /**
     * Approves a reward that is due.
     *
     * @throws SecondPersonNeeded when the person looked after the sale
     * @throws OneOfUs            when the partner's number turned out to be that of one of our own people
     */
    public Reward approve(IntroductionId id, StaffMember by) {
        Reward due = introductions.rewardForUpdate(by.dealership(), id);
        Introduction introduction = introductions.get(by.dealership(), id);
        CoSeller partner = coSellers.get(by.dealership(), introduction.coSeller());
        Reward approved = due.decided(true, null, by.id(), clock.instant());
        if (coSellers.isOwn(by.dealership(), partner.number())) {
            throw new OneOfUs("reward");
        }
        introductions.update(by.dealership(), approved);
        return approved;
    }

    /** @throws FieldsRefused when it is not said why */
    public Reward reject(IntroductionId id, @Nullable String why, StaffMember by) {
        List<Field> wrong = new ArrayList<>();
        String note = PlainText.line(why, LONGEST_NOTE, "note", wrong);
        if (note == null) {
            wrong.add(Field.of("note", "field.required"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Reward rejected =
                introductions.rewardForUpdate(by.dealership(), id).decided(false, note, by.id(), clock.instant());
        introductions.update(by.dealership(), rejected);
        return rejected;
    }

    /**
     * Notes that an approved reward was paid.
     *
     * @throws SecondPersonNeeded when the person approved it, or looked after the sale
     */
    public Reward pay(IntroductionId id, StaffMember by) {
        Instant now = clock.instant();
        Reward paid = introductions.rewardForUpdate(by.dealership(), id).paid(by.id(), now);
        introductions.update(by.dealership(), paid);
        Introduction introduction = introductions.get(by.dealership(), id);
        Prospect prospect = prospects.get(by.dealership(), introduction.prospect());
        events.publishEvent(CoSellingFact.of(
                Kind.REWARDED,
                prospect,
                Map.of(
                        "introduction",
                        id.toString(),
                        "coSeller",
                        introduction.coSeller().toString(),
                        "amount",
                        paid.amount().toString()),
                by.id(),
                now));
        return paid;
    }

    /** The rewards of the dealership, newest first. */
    @Transactional(readOnly = true)
    public List<Line> all(StaffMember reader) {
        return introductions.rewards(reader.dealership()).stream()
                .map(reward -> {
                    Introduction introduction = introductions.get(reader.dealership(), reward.introduction());
                    return new Line(reward, introduction, coSellers.get(reader.dealership(), introduction.coSeller()));
                })
                .toList();
    }
}
