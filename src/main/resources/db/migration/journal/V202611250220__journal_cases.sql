-- How cases stood and whose they were on any day, which customers came before, and who bought: a few entries of each case.
create index journal_entry_standing_idx on journal_entry (dealership_id, prospect_id, happened_at, id)
    where kind in ('PROSPECT_OPENED', 'LEAD_RECEIVED', 'LEAD_ALLOCATED', 'LEAD_TAKEN_BACK', 'LEAD_INVALID', 'TRANSFERRED', 'RELEASED',
                   'CLAIMED', 'WOKEN', 'REACTIVATED', 'SET_DORMANT', 'DEFEATED', 'ORDERED', 'ORDER_CANCELLED', 'DELIVERED',
                   'IMPORT_TAKEN_BACK', 'MERGED', 'MERGE_UNDONE', 'GRADE_CHANGED', 'VISIT_RECORDED');
drop index journal_entry_case_idx;
