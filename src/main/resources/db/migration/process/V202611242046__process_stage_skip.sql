-- Why a stage was left out with a customer, in words; that it was, and the code, stand in the journal.
create table stage_skip (
    dealership_id int         not null,
    id            uuid        not null,
    prospect_id   uuid        not null,
    stage         text        not null,
    reason        text        not null,
    note          text,
    said_by       uuid        not null,
    said_at       timestamptz not null,
    constraint stage_skip_pkey primary key (dealership_id, id),
    constraint stage_skip_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint stage_skip_stage_check check (stage in ('PROSPECT_MANAGEMENT', 'PROSPECT_FOLLOW_UP', 'RECEPTION', 'NEEDS_ANALYSIS',
        'VEHICLE_PRESENTATION', 'TEST_DRIVE', 'OBJECTION_HANDLING', 'DEAL', 'DELIVERY', 'OWNER_MANAGEMENT')),
    constraint stage_skip_reason_check
        check (reason in ('CUSTOMER_REFUSED', 'NO_TIME', 'KNOWS_THE_CAR', 'NOT_AVAILABLE', 'NOT_NEEDED', 'OTHER')),
    constraint stage_skip_note_check check (reason <> 'OTHER' or note is not null)
);
create index stage_skip_prospect_idx on stage_skip (dealership_id, prospect_id, said_at desc);

alter table stage_skip enable row level security;
create policy tenant on stage_skip to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on stage_skip to genjin_app;
