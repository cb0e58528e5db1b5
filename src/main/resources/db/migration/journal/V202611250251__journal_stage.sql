-- When a case reached which stage and when it left: the funnel reads these few entries of each case and no others.
create index journal_entry_stage_idx on journal_entry (dealership_id, prospect_id, happened_at, id)
    where kind in ('PROSPECT_OPENED', 'LEAD_RECEIVED', 'LEAD_ALLOCATED', 'CARD_ENTERED', 'VISIT_RECORDED', 'TEST_DRIVEN', 'QUOTED', 'ORDERED',
                   'DELIVERED', 'DEFEATED', 'SET_DORMANT', 'LEAD_INVALID', 'WOKEN', 'REACTIVATED');
