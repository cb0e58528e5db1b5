-- Every arrival of somebody who may buy, as reported; the customer's name and number stand on the prospect only.
create table lead (
    dealership_id int         not null,
    id            uuid        not null,
    source        text        not null,
    external_id   text,
    received_at   timestamptz not null,
    status        text        not null,
    prospect_id   uuid,
    duplicate_of  uuid,
    first_due_at  timestamptz not null,
    intent_models jsonb       not null,
    comments      text,
    allocated_to  uuid,
    allocated_at  timestamptz,
    allocated_by  uuid,
    batch_id      uuid,
    recorded_by   uuid,
    recorded_at   timestamptz not null,
    constraint lead_pkey primary key (dealership_id, id),
    constraint lead_external_key unique (dealership_id, source, external_id),
    constraint lead_dealership_fkey foreign key (dealership_id) references dealership (id),
    constraint lead_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint lead_duplicate_fkey foreign key (dealership_id, duplicate_of) references prospect (dealership_id, id),
    constraint lead_allocated_to_fkey foreign key (dealership_id, allocated_to) references staff_member (dealership_id, id),
    constraint lead_status_check check (status in ('LEAD_RECEIVED', 'ASSIGNED', 'DUPLICATE', 'INVALID')),
    constraint lead_source_check check (source in ('INBOUND_CALL', 'WALK_IN', 'MARKET_DEVELOPMENT', 'FIELD_SALES', 'PROMOTION_EVENT',
        'REFERRAL', 'CO_SELLING', 'HQ_ALLOCATED', 'HOTLINE_800', 'OTHER')),
    constraint lead_once_check check (prospect_id is null or duplicate_of is null),
    constraint lead_assigned_check check (status <> 'ASSIGNED' or (allocated_to is not null and allocated_at is not null))
);

-- The waiting ones, the most urgent first.
create index lead_waiting_idx on lead (dealership_id, first_due_at, id) where status = 'LEAD_RECEIVED';
create index lead_received_idx on lead (dealership_id, received_at desc, id desc);
create index lead_prospect_idx on lead (dealership_id, prospect_id);
create index lead_duplicate_idx on lead (dealership_id, duplicate_of) where duplicate_of is not null;
create index lead_rotation_idx on lead (dealership_id, allocated_at, allocated_to) where batch_id is null and allocated_at is not null;
create index lead_batch_idx on lead (dealership_id, batch_id) where batch_id is not null;

comment on column lead.first_due_at is 'the last moment for the first follow-up as it was when the lead arrived';

alter table lead enable row level security;
create policy tenant on lead to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on lead to genjin_app;
