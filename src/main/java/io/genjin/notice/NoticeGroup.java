package io.genjin.notice;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What notices are about, as a reader sorts them. Together the groups hold every kind of fact that people are told of; the
 * partial index {@code journal_entry_notice_idx} lists the same kinds, and a test keeps the two in step.
 */
public enum NoticeGroup {
    /** Leads that come, go and are reported to HQ. */
    ALLOCATION(
            "LEAD_RECEIVED",
            "LEAD_REPEATED",
            "LEAD_ALLOCATED",
            "LEAD_TAKEN_BACK",
            "HQ_STATUS_RECORDED",
            "HQ_FEEDBACK_SENT"),
    /** Cards returned and signed. */
    CARDS("CARD_RETURNED", "CARD_SIGNED"),
    /** What is late, what will be, and what was planned late. */
    CLOCKS(
            "HQ_LEAD_WARNED",
            "CLOCKS_SET_ASIDE",
            "FIRST_FOLLOW_UP_MISSED",
            "ESCALATED",
            "RHYTHM_CHANGED",
            "FOLLOW_UP_RECORDED",
            "RESCHEDULED",
            "PROSPECT_OPENED"),
    /** Whose customer it is, and which customers are one. */
    OWNERSHIP(
            "TRANSFERRED",
            "HANDED_OVER",
            "IMPORTANT_CHANGED",
            "RELEASED",
            "CLAIMED",
            "COURTESY_RECEPTION",
            "COLLISION_OPENED",
            "COLLISION_CLAIMED",
            "COLLISION_DECIDED",
            "COLLISION_APPEALED",
            "COLLISION_LATE",
            "GROUP_LINKED",
            "GROUP_UNLINKED",
            "MERGED",
            "MERGE_UNDONE"),
    /** Owners: complaints, friends they name, hands they change (2.10); what is due to those who introduced one. */
    OWNERS(
            "COMPLAINT_OPENED",
            "COMPLAINT_ASSIGNED",
            "COMPLAINT_ANSWERED",
            "COMPLAINT_ASKED",
            "COMPLAINT_ESCALATED",
            "COMPLAINT_CLOSED",
            "REFERRAL_GIVEN",
            "OWNER_HANDED_OVER",
            "REWARD_DUE"),
    /** How a case goes on or ends: reviews, defeats, sleep and return, orders. */
    LOSS(
            "REVIEWED",
            "VISIT_AGAIN",
            "CAUSE_ANALYSIS_OPENED",
            "RESUMED",
            "DEFEAT_APPLIED",
            "DEFEAT_SENT_TO_VERIFY",
            "DEFEATED",
            "DEFEAT_REJECTED",
            "SET_DORMANT",
            "WOKEN",
            "REACTIVATED",
            "ORDERED",
            "ORDER_CANCELLED",
            "DELIVERED"),
    /** The showroom: who did not come, and visits of which nobody said what follows (2.3). */
    SHOWROOM("NO_SHOW", "VISIT_NOT_CLOSED"),
    /** Cars: test drives called off, loans of test cars, inspections that found something, handovers moved (2.6, 2.9). */
    CARS("DRIVE_CANCELLED", "CAR_LOAN_APPLIED", "CAR_LOAN_DECIDED", "PDI_RECORDED", "DELIVERY_MOVED"),
    /** Prices asked for and decided (2.8). */
    PRICES("PRICE_ASKED", "PRICE_APPROVED", "PRICE_REJECTED"),
    /** The weekly H-list. */
    LIST("H_LIST_HELD", "H_LIST_CLOSED", "H_LIST_RESULT"),
    /** One-to-ones and success plans. */
    COACHING(
            "ONE_TO_ONE_HELD",
            "SUCCESS_PLAN_MADE",
            "SUCCESS_PLAN_CHANGED",
            "SUCCESS_PLAN_SIGNED",
            "SUCCESS_PLAN_DUE",
            "SUCCESS_PLAN_FOLLOWED_UP"),
    /** The managers' weekly review: opened, archived, or owed. */
    WEEK("WEEK_OPENED", "WEEK_ARCHIVED", "WEEK_NOT_HELD"),
    /** Personal data: unlocked from outside, taken out in great number (S-R32), seen in full unusually often (S-R33). */
    PRIVACY("DATA_UNLOCKED", "EXPORT_ASKED", "EXPORT_GRANTED", "EXPORT_REFUSED", "REVEALS_UNUSUAL"),
    /** What whoever runs Genjin has to see to: the backups (S-R78), and records that somebody changed (S-R75). */
    OPERATION("BACKUP_ALARM", "AUDIT_BROKEN");

    private final Set<String> kinds;

    NoticeGroup(String... kinds) {
        this.kinds = Set.of(kinds);
    }

    public Set<String> kinds() {
        return kinds;
    }

    /** The group that a kind belongs to. */
    public static NoticeGroup of(String kind) {
        return Arrays.stream(values())
                .filter(group -> group.kinds.contains(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody is told of " + kind));
    }

    /** The condition that an entry {@code e} is of one of the groups' kinds. */
    static String condition(List<NoticeGroup> groups) {
        return groups.stream()
                .flatMap(group -> group.kinds.stream())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining("', '", "e.kind in ('", "')"));
    }
}
