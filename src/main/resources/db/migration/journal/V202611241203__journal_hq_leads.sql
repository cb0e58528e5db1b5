-- Arrivals of leads, by which HQ's feedback of a day finds its rows, and changes of the calendar, by which it counts hours.
create index journal_entry_hq_lead_idx on journal_entry (dealership_id, source, recorded_at) where kind in ('LEAD_RECEIVED', 'PROSPECT_OPENED');
create index journal_entry_lead_repeated_idx on journal_entry (dealership_id, recorded_at) where kind = 'LEAD_REPEATED';
create index journal_entry_calendar_idx on journal_entry (dealership_id, recorded_at) 
    where kind in ('DAY_CLOSED', 'DAY_OPENED', 'DAY_AS_USUAL', 'WEEKLY_CLOSING_CHANGED', 'HOLIDAYS_TAKEN');
