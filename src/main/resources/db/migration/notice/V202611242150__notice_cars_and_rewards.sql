-- Cars that are called off, lent, found wanting or handed over later, and rewards that are due; in step with NoticeGroup.
drop index journal_entry_notice_idx;
create index journal_entry_notice_idx on journal_entry (dealership_id, recorded_at desc, id desc)
    where kind in ('CARD_RETURNED', 'CARD_SIGNED', 'CAR_LOAN_APPLIED', 'CAR_LOAN_DECIDED', 'CAUSE_ANALYSIS_OPENED',
                   'CLAIMED', 'COLLISION_APPEALED', 'COLLISION_CLAIMED', 'COLLISION_DECIDED', 'COLLISION_LATE',
                   'COLLISION_OPENED', 'COMPLAINT_ANSWERED', 'COMPLAINT_ASKED', 'COMPLAINT_ASSIGNED',
                   'COMPLAINT_CLOSED', 'COMPLAINT_ESCALATED', 'COMPLAINT_OPENED', 'COURTESY_RECEPTION', 'DEFEATED',
                   'DEFEAT_APPLIED', 'DEFEAT_REJECTED', 'DEFEAT_SENT_TO_VERIFY', 'DELIVERED', 'DELIVERY_MOVED',
                   'DRIVE_CANCELLED', 'ESCALATED', 'FIRST_FOLLOW_UP_MISSED', 'FOLLOW_UP_RECORDED', 'GROUP_LINKED',
                   'GROUP_UNLINKED', 'HANDED_OVER', 'HQ_FEEDBACK_SENT', 'HQ_LEAD_WARNED', 'HQ_STATUS_RECORDED',
                   'H_LIST_CLOSED', 'H_LIST_HELD', 'H_LIST_RESULT', 'IMPORTANT_CHANGED', 'LEAD_ALLOCATED',
                   'LEAD_RECEIVED', 'LEAD_REPEATED', 'LEAD_TAKEN_BACK', 'MERGED', 'MERGE_UNDONE', 'ORDERED',
                   'ORDER_CANCELLED', 'OWNER_HANDED_OVER', 'PDI_RECORDED', 'PRICE_APPROVED', 'PRICE_ASKED',
                   'PRICE_REJECTED', 'PROSPECT_OPENED', 'REACTIVATED', 'REFERRAL_GIVEN', 'RELEASED', 'RESCHEDULED',
                   'RESUMED', 'REVIEWED', 'REWARD_DUE', 'RHYTHM_CHANGED', 'SET_DORMANT', 'TRANSFERRED',
                   'VISIT_AGAIN', 'WOKEN');
