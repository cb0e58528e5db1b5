-- The day that a contact kept or a reschedule moved, as a column of its own: comparisons inside jsonb use no index under row-level security.
alter table journal_entry add column promised_for text collate "C"
    generated always as (coalesce(details ->> 'plannedDate', details ->> 'oldDate')) stored;

comment on column journal_entry.promised_for is 'ISO day; what was promised before a contact or a reschedule';

create index journal_entry_promised_idx on journal_entry (dealership_id, promised_for) where promised_for is not null;
create index journal_entry_corrects_idx on journal_entry (dealership_id, corrects_id) where corrects_id is not null;
create index journal_entry_taken_back_idx on journal_entry (dealership_id, prospect_id) where kind = 'IMPORT_TAKEN_BACK';
-- Facts that people are told about, newest first.
create index journal_entry_notice_idx on journal_entry (dealership_id, recorded_at desc, id desc)
    where kind in ('COLLISION_OPENED', 'COURTESY_RECEPTION', 'CARD_RETURNED', 'CARD_SIGNED', 'FIRST_FOLLOW_UP_MISSED',
                   'FOLLOW_UP_RECORDED', 'LEAD_ALLOCATED', 'LEAD_RECEIVED', 'LEAD_REPEATED', 'PROSPECT_OPENED', 'RESCHEDULED',
                   'TRANSFERRED');
