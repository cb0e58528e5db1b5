package io.genjin.coselling;

import io.genjin.coselling.CoSellingFact.Kind;
import io.genjin.coselling.Introduction.Direction;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.Prospect;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Money;
import io.genjin.shared.PhoneNumber;
import io.genjin.staff.StaffId;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Who introduced whom to the dealership, kept a tree: each customer once, nobody himself, no circle. */
@Component
class FamilyTree {

    private final CoSellers coSellers;
    private final Introductions introductions;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FamilyTree(
            CoSellers coSellers,
            Introductions introductions,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            Clock clock) {
        this.coSellers = coSellers;
        this.introductions = introductions;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The partner introduced this customer to us; what the agreement of today promises is kept with it.
     *
     * @throws IntroducesThemselves  when both have one number
     * @throws CircleOfIntroductions when the customer had introduced the partner, directly or through others
     * @throws OneOfUs               when the partner's number is that of one of our own people
     * @throws IntroducedAlready     when somebody introduced the customer before
     */
    Introduction link(Prospect prospect, CoSeller partner, StaffId by) {
        DealershipId in = prospect.dealership();
        introductions.oneAtATime(in);
        PhoneNumber customer = prospect.content().number();
        refuseCircles(in, partner.number(), customer);
        if (coSellers.isOwn(in, partner.number())) {
            throw new OneOfUs("coSeller");
        }
        if (introductions.bringing(in, List.of(prospect.id()), customer).isPresent()) {
            throw new IntroducedAlready();
        }
        Instant now = clock.instant();
        Optional<Money> promised = Agreement.on(dealerships.get(in).dayOf(now), coSellers.agreements(in, partner.id()))
                .map(Agreement::reward);
        Introduction introduction = new Introduction(
                IntroductionId.next(), partner.id(), prospect.id(), Direction.TO_US, promised.orElse(null), by, now);
        introductions.add(in, introduction, partner.number(), customer);
        tell(prospect, introduction, partner, by, now);
        return introduction;
    }

    private void refuseCircles(DealershipId in, PhoneNumber introducer, PhoneNumber introduced) {
        Circles.Link further =
                new Circles.Link(introductions.person(in, introducer), introductions.person(in, introduced));
        switch (Circles.judge(introductions.links(in), further)) {
            case THEMSELVES -> throw new IntroducesThemselves();
            case CIRCLE -> throw new CircleOfIntroductions();
            case FINE -> {
                // a branch of the tree
            }
        }
    }

    void tell(Prospect prospect, Introduction introduction, CoSeller partner, StaffId by, Instant at) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("introduction", introduction.id().toString());
        details.put("coSeller", partner.id().toString());
        details.put("trade", partner.trade().name());
        details.put("direction", introduction.direction().name());
        Money promised = introduction.promised();
        if (promised != null) {
            details.put("promised", promised.toString());
        }
        events.publishEvent(CoSellingFact.of(Kind.INTRODUCED, prospect, details, by, at));
    }
}
