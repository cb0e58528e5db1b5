package io.genjin.coselling;

import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectFact;
import io.genjin.prospect.Source;
import io.genjin.shared.Money;
import io.genjin.shared.Refusal;
import io.genjin.staff.StaffId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A card that names a partner as its source is that partner's introduction, and a delivered car makes the reward due; both in
 * the transaction of the fact. What the rules refuse stays a card without introduction: it is opened all the same.
 */
@Component
class IntroductionsFollowCards {

    private static final Logger LOG = LoggerFactory.getLogger(IntroductionsFollowCards.class);

    private final ProspectDesk prospects;
    private final CoSellers coSellers;
    private final FamilyTree tree;
    private final Introductions introductions;

    IntroductionsFollowCards(
            ProspectDesk prospects, CoSellers coSellers, FamilyTree tree, Introductions introductions) {
        this.prospects = prospects;
        this.coSellers = coSellers;
        this.tree = tree;
        this.introductions = introductions;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(ProspectFact fact) {
        switch (fact.what()) {
            case PROSPECT_OPENED -> opened(fact);
            case DELIVERED -> delivered(fact);
            default -> {
                // nothing that an introduction tells
            }
        }
    }

    private void opened(ProspectFact fact) {
        var actor = fact.actor();
        if (!Source.CO_SELLING.name().equals(fact.frozen().source()) || actor == null) {
            return;
        }
        Prospect prospect = prospects.get(fact.dealership(), fact.id());
        String name = prospect.content().sourceDetail();
        Optional<CoSeller> partner = name == null ? Optional.empty() : coSellers.named(fact.dealership(), name);
        if (partner.isPresent()) {
            try {
                tree.link(prospect, partner.get(), new StaffId(actor));
            } catch (Refusal refused) {
                LOG.info("no introduction for {}: {}", fact.id(), refused.code());
            }
        }
    }

    private void delivered(ProspectFact fact) {
        Prospect prospect = prospects.get(fact.dealership(), fact.id());
        introductions
                .bringing(fact.dealership(), fact.id(), prospect.content().number())
                .ifPresent(introduction -> {
                    Money promised = introduction.promised();
                    if (promised != null && promised.isPositive()) {
                        introductions.add(
                                fact.dealership(),
                                Reward.due(introduction.id(), promised, prospect.owner(), fact.happenedAt()));
                    }
                });
    }
}
