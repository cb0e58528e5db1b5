-- A leaver's customers given to their successors: planned, looked at, then carried out in parts.
create table handover (
    dealership_id int         not null,
    id            uuid        not null,
    leaver_id     uuid        not null,
    planned_by    uuid        not null,
    planned_at    timestamptz not null,
    finished_at   timestamptz,
    constraint handover_pkey primary key (dealership_id, id),
    constraint handover_leaver_fkey foreign key (dealership_id, leaver_id) references staff_member (dealership_id, id),
    constraint handover_by_fkey foreign key (dealership_id, planned_by) references staff_member (dealership_id, id)
);
create index handover_leaver_idx on handover (dealership_id, leaver_id, planned_at);

alter table handover enable row level security;
create policy tenant on handover to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on handover to genjin_app;

create table handover_item (
    dealership_id int  not null,
    handover_id   uuid not null,
    prospect_id   uuid not null,
    grade         text not null,
    to_id         uuid,
    done_at       timestamptz,
    outcome       text,
    constraint handover_item_pkey primary key (dealership_id, handover_id, prospect_id),
    constraint handover_item_handover_fkey foreign key (dealership_id, handover_id) references handover (dealership_id, id),
    constraint handover_item_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint handover_item_to_fkey foreign key (dealership_id, to_id) references staff_member (dealership_id, id),
    constraint handover_item_done_check check ((done_at is null) = (outcome is null))
);

alter table handover_item enable row level security;
create policy tenant on handover_item to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on handover_item to genjin_app;

comment on column handover_item.to_id is 'the successor; nobody when the customer goes into the pool';
comment on column handover_item.outcome is 'DONE, GONE when the customer was not the leaver''s any more, or the code of the refusal';
