package io.genjin.notice;

import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which facts concern whom: by owning the customer or standing in for who does, by being named in the fact, or by duty. Nobody
 * is told what they did themselves.
 */
enum Concern {
    /** What colleagues and the clock did with a customer of mine; after a transfer the frozen owner is the new one. */
    OWNER(Set.of(), """
            e.owner_id in (:owners)
            and e.kind in ('LEAD_ALLOCATED', 'LEAD_REPEATED', 'LEAD_TAKEN_BACK', 'HQ_LEAD_WARNED', 'ESCALATED', 'RHYTHM_CHANGED',
                           'CARD_RETURNED', 'CARD_SIGNED',
                           'TRANSFERRED', 'HANDED_OVER', 'IMPORTANT_CHANGED', 'RELEASED', 'CLAIMED', 'COURTESY_RECEPTION',
                           'COLLISION_OPENED', 'COLLISION_CLAIMED', 'COLLISION_DECIDED', 'COLLISION_APPEALED', 'GROUP_LINKED',
                           'GROUP_UNLINKED', 'MERGED', 'MERGE_UNDONE',
                           'REVIEWED', 'VISIT_AGAIN', 'CAUSE_ANALYSIS_OPENED', 'RESUMED', 'DEFEAT_APPLIED',
                           'DEFEAT_SENT_TO_VERIFY', 'DEFEATED', 'DEFEAT_REJECTED', 'SET_DORMANT', 'WOKEN', 'REACTIVATED',
                           'ORDERED', 'ORDER_CANCELLED', 'DELIVERED', 'PRICE_APPROVED', 'PRICE_REJECTED', 'H_LIST_HELD',
                           'H_LIST_RESULT', 'DRIVE_CANCELLED', 'DELIVERY_MOVED', 'NO_SHOW')"""),
    /** The car of a customer of mine is not in order before its delivery (2.9). */
    OWN_CAR_NOT_IN_ORDER(Set.of(), """
            e.owner_id in (:owners)
            and e.kind = 'PDI_RECORDED'
            and e.details ->> 'result' in ('REWORK', 'FAIL')"""),
    /** A first follow-up of mine was missed, until a contact typed later shows that it was not. */
    OWN_MISS(Set.of(), """
            e.owner_id in (:owners)
            and e.kind = 'FIRST_FOLLOW_UP_MISSED'
            and not exists (select 1
                              from journal_entry w
                             where w.dealership_id = :dealership
                               and w.corrects_id = e.id)"""),
    /** A customer was mine until this. */
    OWNER_BEFORE(Set.of(), """
            e.kind in ('TRANSFERRED', 'HANDED_OVER', 'LEAD_TAKEN_BACK', 'RELEASED', 'CLAIMED', 'COLLISION_DECIDED',
                       'IMPORTANT_CHANGED', 'RESUMED')
            and e.details ->> 'from' = :meText"""),
    /** A customer, or the word about one, was given to me. */
    NAMED(Set.of(), """
            e.kind in ('TRANSFERRED', 'HANDED_OVER', 'LEAD_ALLOCATED', 'LEAD_TAKEN_BACK', 'CLAIMED', 'RESUMED', 'IMPORTANT_CHANGED',
                       'COLLISION_DECIDED', 'DEFEAT_SENT_TO_VERIFY', 'PRICE_APPROVED', 'PRICE_REJECTED', 'H_LIST_HELD',
                       'H_LIST_CLOSED', 'H_LIST_RESULT', 'CAR_LOAN_DECIDED', 'VISIT_NOT_CLOSED')
            and e.details ->> 'to' = :meText"""),
    /** A talk with me, or a success plan of mine to sign, to follow up, or followed up. */
    COACHED(Set.of(), """
            e.kind in ('ONE_TO_ONE_HELD', 'SUCCESS_PLAN_MADE', 'SUCCESS_PLAN_CHANGED', 'SUCCESS_PLAN_SIGNED', 'SUCCESS_PLAN_DUE',
                       'SUCCESS_PLAN_FOLLOWED_UP')
            and e.details ->> 'to' = :meText"""),
    /** The minutes of a weekly review that I took part in are in the archive. */
    WEEK_ARCHIVED(Set.of(), """
            e.kind = 'WEEK_ARCHIVED'
            and strpos(e.details ->> 'participants', :meText) > 0"""),
    /** I claimed a customer, and it goes on or is decided (5). */
    CLAIMANT(Set.of(), """
            e.kind in ('COLLISION_CLAIMED', 'COLLISION_DECIDED', 'COLLISION_APPEALED')
            and e.details ->> 'claimant' = :meText"""),
    /** I answer for a lead from HQ that is late or was taken back. */
    RESPONSIBLE(Set.of(), """
            e.kind in ('HQ_LEAD_WARNED', 'LEAD_TAKEN_BACK', 'HQ_STATUS_RECORDED', 'HQ_FEEDBACK_SENT')
            and e.details ->> 'responsible' = :meText"""),
    /** An owner I am in charge of complained, named a friend, or came to me (2.10). */
    OWNER_FILE(Set.of(), """
            e.owner_id in (:owners)
            and e.kind in ('COMPLAINT_OPENED', 'COMPLAINT_ESCALATED', 'COMPLAINT_CLOSED', 'REFERRAL_GIVEN', 'OWNER_HANDED_OVER')"""),
    /** A complaint or a friend of an owner was given to me. */
    OWNER_NAMED(Set.of(), """
            e.kind in ('COMPLAINT_OPENED', 'COMPLAINT_ASSIGNED', 'COMPLAINT_ASKED', 'COMPLAINT_ESCALATED', 'COMPLAINT_CLOSED',
                       'REFERRAL_GIVEN')
            and e.details ->> 'to' = :meText"""),
    /** An owner is unhappy, or still is although the time is over (2.10). */
    COMPLAINT(Set.of(Role.SALES_MANAGER), "e.kind in ('COMPLAINT_OPENED', 'COMPLAINT_ESCALATED')"),
    /** A complaint was handled; somebody else asks the owner again (2.10). */
    COMPLAINT_TO_ASK(Set.of(Role.CUSTOMER_RELATIONS), "e.kind = 'COMPLAINT_ANSWERED'"),
    /** A breach of the 24 hours goes to the managers and to the designated person (R-102, scenarios 2 to 4). */
    HQ_LEAD_MISSED(Set.of(Role.SHOWROOM_MANAGER, Role.SALES_MANAGER, Role.HQ_LEAD_RESPONSIBLE), """
            e.kind = 'FIRST_FOLLOW_UP_MISSED'
            and e.source = 'HQ_ALLOCATED'
            and not exists (select 1
                              from journal_entry w
                             where w.dealership_id = :dealership
                               and w.corrects_id = e.id)"""),
    /** An HQ lead nears its breach (2.1). */
    HQ_LEAD_WARNED(Set.of(Role.SHOWROOM_MANAGER, Role.HQ_LEAD_RESPONSIBLE), "e.kind = 'HQ_LEAD_WARNED'"),
    /** A lead was taken from a consultant who did not follow it (2.1). */
    LEAD_TAKEN_BACK(
            Set.of(Role.SHOWROOM_MANAGER, Role.SALES_MANAGER, Role.HQ_LEAD_RESPONSIBLE), "e.kind = 'LEAD_TAKEN_BACK'"),
    /** What HQ was told of its leads. */
    HQ_TOLD(Set.of(Role.HQ_LEAD_RESPONSIBLE), "e.kind in ('HQ_STATUS_RECORDED', 'HQ_FEEDBACK_SENT')"),
    /** An overdue promise has climbed to the showroom manager, or past them at once. */
    ESCALATED(Set.of(Role.SHOWROOM_MANAGER), """
            e.kind = 'ESCALATED'
            and e.details ->> 'level' in ('SHOWROOM_MANAGER', 'SALES_MANAGER')"""),
    /** An overdue promise has climbed to the sales manager: the ownership grace is over (5). */
    ESCALATED_TO_THE_TOP(Set.of(Role.SALES_MANAGER), """
            e.kind = 'ESCALATED'
            and e.details ->> 'level' = 'SALES_MANAGER'"""),
    /** Two consultants and one customer: a manager decides, and the sales manager on appeal (5). */
    COLLISION(
            Set.of(Role.SHOWROOM_MANAGER, Role.SALES_MANAGER),
            "e.kind in ('COLLISION_OPENED', 'COLLISION_CLAIMED', 'COLLISION_DECIDED', 'COLLISION_APPEALED')"),
    /** Nobody decided a collision within two working days: the sales manager has to (5 (e)). */
    COLLISION_LATE(Set.of(Role.SALES_MANAGER), "e.kind = 'COLLISION_LATE'"),
    /** Customers change hands beside the managers' own transfers: through the pool, or all of a leaver's at once. */
    HANDS_CHANGED(
            Set.of(Role.SHOWROOM_MANAGER, Role.SALES_MANAGER), "e.kind in ('RELEASED', 'CLAIMED', 'HANDED_OVER')"),
    /** An important customer belongs to the sales manager (R-206, scenario 28). */
    IMPORTANT(Set.of(Role.SALES_MANAGER), "e.kind = 'IMPORTANT_CHANGED'"),
    /** A promise after the rhythm's latest day, with its reason (1.12 rule 8). */
    LATE_PLAN(Set.of(Role.SHOWROOM_MANAGER, Role.SALES_MANAGER), """
            e.kind in ('FOLLOW_UP_RECORDED', 'RESCHEDULED', 'PROSPECT_OPENED')
            and e.details ->> 'lateReason' is not null"""),
    /** A case waits for a manager's word: its cause to be analysed, its defeat to be approved (1.8). */
    MANAGER_CHOOSES(
            Set.of(Role.SHOWROOM_MANAGER, Role.SALES_MANAGER), "e.kind in ('CAUSE_ANALYSIS_OPENED', 'DEFEAT_APPLIED')"),
    /** A case that had ended goes on, or one that was won is open again (scenarios 36 and 37). */
    BACK_AGAIN(
            Set.of(Role.SHOWROOM_MANAGER, Role.SALES_MANAGER), "e.kind in ('WOKEN', 'REACTIVATED', 'ORDER_CANCELLED')"),
    /** An approved defeat is to be verified by a call of courtesy. */
    DEFEAT_TO_VERIFY(Set.of(Role.CUSTOMER_RELATIONS), "e.kind = 'DEFEAT_SENT_TO_VERIFY'"),
    /** A consultant's list of the week is kept, or closed with its result. */
    LIST(Set.of(Role.SHOWROOM_MANAGER, Role.SALES_MANAGER), "e.kind in ('H_LIST_HELD', 'H_LIST_CLOSED')"),
    /** A colleague opened the week's review, or nobody has held it in time. */
    WEEK(Set.of(Role.SHOWROOM_MANAGER, Role.SALES_MANAGER), "e.kind in ('WEEK_OPENED', 'WEEK_NOT_HELD')"),
    /** A price within the showroom manager's limit waits for a word (2.8). */
    PRICE_FOR_SHOWROOM(Set.of(Role.SHOWROOM_MANAGER), """
            e.kind = 'PRICE_ASKED'
            and e.details ->> 'level' = 'SHM'"""),
    /** A price within the sales manager's limit waits for a word; what the showroom manager may decide, they may too. */
    PRICE_FOR_SALES(Set.of(Role.SALES_MANAGER), """
            e.kind = 'PRICE_ASKED'
            and e.details ->> 'level' in ('SHM', 'SM')"""),
    /** A price above every other limit is the general manager's. */
    PRICE_FOR_THE_TOP(Set.of(Role.GENERAL_MANAGER), """
            e.kind = 'PRICE_ASKED'
            and e.details ->> 'level' = 'GM'"""),
    /** Nobody said by the end of the day what follows a visit (2.3). */
    VISIT_LEFT_OPEN(Set.of(Role.SHOWROOM_MANAGER, Role.SALES_MANAGER), "e.kind = 'VISIT_NOT_CLOSED'"),
    /** Somebody wants a test car for something else (2.6). */
    CAR_LOAN_TO_DECIDE(Set.of(Role.SHOWROOM_MANAGER), "e.kind = 'CAR_LOAN_APPLIED'"),
    /** A delivered car makes a partner's reward due, and the sales manager approves it (2.11). */
    REWARD_TO_APPROVE(Set.of(Role.SALES_MANAGER), "e.kind = 'REWARD_DUE'"),
    /** Somebody from outside may see personal data for a time, and said why. */
    DATA_UNLOCKED(Set.of(Role.SALES_MANAGER, Role.GENERAL_MANAGER), "e.kind = 'DATA_UNLOCKED'"),
    /** The backups do not stand as they should (S-R78). */
    BACKUP_ALARM(Set.of(Role.SYSTEM_ADMINISTRATOR), "e.kind = 'BACKUP_ALARM'"),
    /** A job cannot do its work for a customer, whose clock stands still meanwhile (S-R78j). */
    SET_ASIDE(Set.of(Role.SYSTEM_ADMINISTRATOR, Role.SALES_MANAGER), "e.kind = 'CLOCKS_SET_ASIDE'"),
    /** Somebody changed what was sealed (S-R75). */
    AUDIT_BROKEN(Set.of(Role.SYSTEM_ADMINISTRATOR, Role.GENERAL_MANAGER), "e.kind = 'AUDIT_BROKEN'"),
    /** Somebody needs more customers' data today than the limit gives (S-R32). */
    EXPORT_TO_APPROVE(Set.of(Role.SALES_MANAGER, Role.GENERAL_MANAGER), "e.kind = 'EXPORT_ASKED'"),
    /** A manager said yes or no to mine. */
    EXPORT_MINE(Set.of(), """
            e.kind in ('EXPORT_GRANTED', 'EXPORT_REFUSED')
            and e.details ->> 'to' = :meText"""),
    /** Somebody saw unusually many numbers in full on one day (S-R33). */
    REVEALS_UNUSUAL(
            Set.of(Role.SHOWROOM_MANAGER, Role.SALES_MANAGER, Role.SYSTEM_ADMINISTRATOR), "e.kind = 'REVEALS_UNUSUAL'"),
    /** A signed card wants to be entered today. */
    CARD_TO_ENTER(Set.of(Role.CUSTOMER_ADMINISTRATOR), "e.kind = 'CARD_SIGNED'"),
    /** A lead from HQ wants a consultant within 24 hours. */
    HQ_LEAD_ARRIVED(Set.of(Role.HQ_LEAD_RESPONSIBLE), """
            e.kind = 'LEAD_RECEIVED'
            and e.source = 'HQ_ALLOCATED'""");

    private final Set<Role> duties;
    private final String condition;

    /** @param duties whom it concerns by duty; nobody named means everybody */
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
