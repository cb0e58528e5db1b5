-- What was written down when: the questions of data quality go by the moment of writing.
create index journal_entry_recorded_idx on journal_entry (dealership_id, recorded_at, id) where prospect_id is not null;
-- When a case began, ended and began again: which were open on a day.
create index journal_entry_case_idx on journal_entry (dealership_id, prospect_id, happened_at, id)
    where kind in ('PROSPECT_OPENED', 'LEAD_RECEIVED', 'LEAD_INVALID', 'IMPORT_TAKEN_BACK', 'DEFEATED', 'REACTIVATED', 'DELIVERED',
                   'ORDER_CANCELLED', 'MERGED', 'MERGE_UNDONE');
