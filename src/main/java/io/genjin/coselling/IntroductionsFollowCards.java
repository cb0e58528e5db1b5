package io.genjin.coselling;

import io.genjin.journal.Journal;
import io.genjin.journal.JournalEntry;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectFact;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectsReceived;
import io.genjin.prospect.Source;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Money;
import io.genjin.shared.Refusal;
import io.genjin.staff.StaffId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
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
    private final Journal journal;
    private final ApplicationEventPublisher events;

    IntroductionsFollowCards(
            ProspectDesk prospects,
            CoSellers coSellers,
            FamilyTree tree,
            Introductions introductions,
            Journal journal,
            ApplicationEventPublisher events) {
        this.prospects = prospects;
        this.coSellers = coSellers;
        this.tree = tree;
        this.introductions = introductions;
        this.journal = journal;
        this.events = events;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(ProspectFact fact) {
        switch (fact.what()) {
            case PROSPECT_OPENED -> {
                UUID actor = fact.actor();
                if (Source.CO_SELLING.name().equals(fact.frozen().source())) {
                    Prospect prospect = prospects.get(fact.dealership(), fact.id());
                    link(prospect, actor == null ? prospect.owner() : new StaffId(actor));
                }
            }
            case DELIVERED -> delivered(fact);
            default -> {
                // nothing that an introduction tells
            }
        }
    }

    /** Who came as a lead or in a sheet is introduced on behalf of the consultant who answers for them. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(ProspectsReceived received) {
        for (ProspectsReceived.One one : received.all()) {
            if (one.source() == Source.CO_SELLING) {
                Prospect prospect = prospects.get(received.dealership(), one.id());
                link(prospect, prospect.owner());
            }
        }
    }

    private void link(Prospect prospect, StaffId by) {
        String name = prospect.content().sourceDetail();
        Optional<CoSeller> partner = name == null ? Optional.empty() : coSellers.named(prospect.dealership(), name);
        if (partner.isPresent()) {
            try {
                tree.link(prospect, partner.get(), by);
            } catch (Refusal refused) {
                LOG.info("no introduction for {}: {}", prospect.id(), refused.code());
            }
        }
    }

    private void delivered(ProspectFact fact) {
        Prospect prospect = prospects.get(fact.dealership(), fact.id());
        introductions
                .bringing(
                        fact.dealership(),
                        cases(fact.dealership(), fact.id()),
                        prospect.content().number())
                .ifPresent(introduction -> {
                    Money promised = introduction.promised();
                    if (promised != null
                            && promised.isPositive()
                            && introductions.add(
                                    fact.dealership(),
                                    Reward.due(introduction.id(), promised, prospect.owner(), fact.happenedAt()))) {
                        events.publishEvent(rewardDue(introduction, promised, prospect, fact));
                    }
                });
    }

    private static CoSellingFact rewardDue(
            Introduction introduction, Money promised, Prospect prospect, ProspectFact fact) {
        UUID actor = fact.actor();
        return CoSellingFact.of(
                CoSellingFact.Kind.REWARD_DUE,
                prospect,
                Map.of(
                        "introduction",
                        introduction.id().toString(),
                        "coSeller",
                        introduction.coSeller().toString(),
                        "amount",
                        promised.toString()),
                actor == null ? prospect.owner() : new StaffId(actor),
                fact.happenedAt());
    }

    /** The case and those that were merged into it and not parted again. */
    private Set<ProspectId> cases(DealershipId in, ProspectId last) {
        Set<ProspectId> cases = new LinkedHashSet<>(List.of(last));
        Deque<ProspectId> open = new ArrayDeque<>(cases);
        while (!open.isEmpty()) {
            ProspectId into = open.pop();
            Set<ProspectId> merged = new LinkedHashSet<>();
            for (JournalEntry entry : journal.about(in, List.of(into.value())).getOrDefault(into.value(), List.of())) {
                if (entry.detail("into").equals(into.toString())) {
                    ProspectId from = ProspectId.of(entry.detail("from"));
                    if (entry.kind().equals("MERGED")) {
                        merged.add(from);
                    } else if (entry.kind().equals("MERGE_UNDONE")) {
                        merged.remove(from);
                    }
                }
            }
            merged.stream().filter(cases::add).forEach(open::push);
        }
        return cases;
    }
}
