-- Whether somebody had come before, and which application an approved defeat followed: looked up for each visit and each defeat.
create index journal_entry_visit_idx on journal_entry (dealership_id, prospect_id, happened_on)
    where kind = 'VISIT_RECORDED';
create index journal_entry_defeat_idx on journal_entry (dealership_id, prospect_id, recorded_at, id)
    where kind = 'DEFEAT_APPLIED';

-- What kind of entry it was is told by the index itself: whether a case was open, and since when its grade holds.
drop index journal_entry_standing_idx;
create index journal_entry_standing_idx on journal_entry (dealership_id, prospect_id, happened_at, id) include (kind)
    where kind in ('PROSPECT_OPENED', 'LEAD_RECEIVED', 'LEAD_ALLOCATED', 'LEAD_TAKEN_BACK', 'LEAD_INVALID', 'TRANSFERRED', 'RELEASED',
                   'CLAIMED', 'WOKEN', 'REACTIVATED', 'SET_DORMANT', 'DEFEATED', 'ORDERED', 'ORDER_CANCELLED', 'DELIVERED',
                   'IMPORT_TAKEN_BACK', 'MERGED', 'MERGE_UNDONE', 'GRADE_CHANGED', 'VISIT_RECORDED');
