package io.genjin.notice;

import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which facts concern whom: by owning the customer, or by duty. Nobody is told what they did themselves. */
enum Concern {
    /** What colleagues did with a customer of mine; after a transfer the frozen owner is the new one. */
    OWNER(Set.of(), """
            e.owner_id = :me
            and e.kind in ('LEAD_ALLOCATED', 'TRANSFERRED', 'CARD_RETURNED', 'CARD_SIGNED', 'COURTESY_RECEPTION',
                           'COLLISION_OPENED', 'LEAD_REPEATED')"""),
    /** A customer was mine until this transfer. */
    OWNER_BEFORE(Set.of(), """
            e.kind = 'TRANSFERRED'
            and e.details ->> 'from' = :meText"""),
    /** A breach of the 24 hours goes to the managers and to the designated person (R-102, scenarios 2 to 4). */
    HQ_LEAD_MISSED(Set.of(Role.SHOWROOM_MANAGER, Role.SALES_MANAGER, Role.HQ_LEAD_RESPONSIBLE), """
            e.kind = 'FIRST_FOLLOW_UP_MISSED'
            and e.source = 'HQ_ALLOCATED'
            and not exists (select 1
                              from journal_entry w
                             where w.dealership_id = :dealership
                               and w.corrects_id = e.id)"""),
    /** Two consultants and one customer: a manager decides (5). */
    COLLISION(Set.of(Role.SHOWROOM_MANAGER, Role.SALES_MANAGER), "e.kind = 'COLLISION_OPENED'"),
    /** A promise after the rhythm's latest day, with its reason (1.12 rule 8). */
    LATE_PLAN(Set.of(Role.SHOWROOM_MANAGER, Role.SALES_MANAGER), """
            e.kind in ('FOLLOW_UP_RECORDED', 'RESCHEDULED', 'PROSPECT_OPENED')
            and e.details ->> 'lateReason' is not null"""),
    /** A signed card wants to be entered today. */
    CARD_TO_ENTER(Set.of(Role.CUSTOMER_ADMINISTRATOR), "e.kind = 'CARD_SIGNED'"),
    /** A lead from HQ wants a consultant within 24 hours. */
    HQ_LEAD_ARRIVED(Set.of(Role.HQ_LEAD_RESPONSIBLE), """
            e.kind = 'LEAD_RECEIVED'
            and e.source = 'HQ_ALLOCATED'""");

    private final Set<Role> duties;
    private final String condition;

    /** @param duties whom it concerns by duty; nobody named means everybody who owns customers */
    Concern(Set<Role> duties, String condition) {
        this.duties = duties;
        this.condition = condition;
    }

    String condition() {
        return condition;
    }

    private boolean concerns(StaffMember member) {
        return duties.isEmpty() || member.isAnyOf(duties.toArray(Role[]::new));
    }

    static List<Concern> of(StaffMember member) {
        Stream<Concern> all = Arrays.stream(values());
        return all.filter(concern -> concern.concerns(member)).toList();
    }
}
