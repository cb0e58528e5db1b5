package io.genjin.intake;

import io.genjin.prospect.ProspectFact;
import io.genjin.prospect.ProspectId;
import io.genjin.staff.StaffId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps a lead in step with the prospect it opened, in the same transaction: a lead whose customer a manager transferred
 * does not wait any more, and one whose case was merged is a repeat of the case that goes on until that is undone.
 */
@Component
class LeadFollowsItsProspect {

    private final Leads leads;

    LeadFollowsItsProspect(Leads leads) {
        this.leads = leads;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(ProspectFact fact) {
        switch (fact.what()) {
            case LEAD_ALLOCATED, TRANSFERRED -> {
                StaffId to = StaffId.of(String.valueOf(fact.details().get("to")));
                leads.assigned(fact.dealership(), fact.id(), to, fact.actor(), fact.happenedAt());
            }
            case LEAD_TAKEN_BACK -> leads.waiting(fact.dealership(), fact.id());
            case MERGED -> {
                ProspectId from = ProspectId.of(String.valueOf(fact.details().get("from")));
                if (from.equals(fact.id())) {
                    ProspectId into =
                            ProspectId.of(String.valueOf(fact.details().get("into")));
                    leads.merged(fact.dealership(), from, into);
                }
            }
            case MERGE_UNDONE -> leads.parted(fact.dealership(), fact.id());
            case LEAD_INVALID -> leads.invalid(fact.dealership(), fact.id());
            default -> {
                // nothing that a lead tells
            }
        }
    }
}
