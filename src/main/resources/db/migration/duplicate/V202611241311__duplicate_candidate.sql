-- Pairs of cases that may be one customer, with why; a pair that a manager dismissed does not come back.
create table duplicate_candidate (
    dealership_id     int         not null,
    id                uuid        not null,
    first_id          uuid        not null,
    second_id         uuid        not null,
    reasons           text        not null,
    strength          int         not null,
    status            text        not null,
    caused_by         uuid,
    found_at          timestamptz not null,
    seen_at           timestamptz not null,
    proposed_by       uuid,
    proposed_at       timestamptz,
    proposed_survivor uuid,
    decided_by        uuid,
    decided_at        timestamptz,
    decision          text,
    constraint duplicate_candidate_pkey primary key (dealership_id, id),
    constraint duplicate_candidate_pair_key unique (dealership_id, first_id, second_id),
    constraint duplicate_candidate_first_fkey foreign key (dealership_id, first_id) references prospect (dealership_id, id) on delete cascade,
    constraint duplicate_candidate_second_fkey foreign key (dealership_id, second_id) references prospect (dealership_id, id) on delete cascade,
    constraint duplicate_candidate_order_check check (first_id < second_id),
    constraint duplicate_candidate_strength_check check (strength between 1 and 100),
    constraint duplicate_candidate_status_check check (status in ('OPEN', 'DISMISSED', 'MERGED', 'GONE')),
    constraint duplicate_candidate_dismissed_check check (status <> 'DISMISSED' or (decided_by is not null and decision is not null))
);
create index duplicate_candidate_open_idx on duplicate_candidate (dealership_id, strength desc, id desc) where status = 'OPEN';
create index duplicate_candidate_caused_idx on duplicate_candidate (dealership_id, caused_by) where status in ('OPEN', 'MERGED');
create index duplicate_candidate_first_idx on duplicate_candidate (dealership_id, first_id);
create index duplicate_candidate_second_idx on duplicate_candidate (dealership_id, second_id);

comment on column duplicate_candidate.caused_by is 'who filed the later of the two';

alter table duplicate_candidate enable row level security;
create policy tenant on duplicate_candidate to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on duplicate_candidate to genjin_app;

-- One look through all customers of a dealership; one at a time, and gone on with after a restart.
create table duplicate_run (
    dealership_id int         not null,
    id            uuid        not null,
    asked_by      uuid,
    asked_at      timestamptz not null,
    looked        int         not null,
    after_id      uuid        not null,
    found         int         not null,
    finished_at   timestamptz,
    constraint duplicate_run_pkey primary key (dealership_id, id),
    constraint duplicate_run_dealership_fkey foreign key (dealership_id) references dealership (id)
);
create unique index duplicate_run_open_key on duplicate_run (dealership_id) where finished_at is null;
create index duplicate_run_asked_idx on duplicate_run (dealership_id, asked_at desc);

comment on column duplicate_run.after_id is 'up to which customer it has looked';

alter table duplicate_run enable row level security;
create policy tenant on duplicate_run to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on duplicate_run to genjin_app;

-- Two cases that became one, with what was replaced, sealed, so that it can be undone.
create table prospect_merge (
    dealership_id int         not null,
    id            uuid        not null,
    survivor_id   uuid        not null,
    absorbed_id   uuid        not null,
    merged_by     uuid        not null,
    merged_at     timestamptz not null,
    kept_sealed   bytea       not null,
    undone_by     uuid,
    undone_at     timestamptz,
    constraint prospect_merge_pkey primary key (dealership_id, id),
    constraint prospect_merge_survivor_fkey foreign key (dealership_id, survivor_id) references prospect (dealership_id, id),
    constraint prospect_merge_absorbed_fkey foreign key (dealership_id, absorbed_id) references prospect (dealership_id, id),
    constraint prospect_merge_by_fkey foreign key (dealership_id, merged_by) references staff_member (dealership_id, id),
    constraint prospect_merge_two_check check (survivor_id <> absorbed_id),
    constraint prospect_merge_undone_check check ((undone_by is null) = (undone_at is null))
);
create unique index prospect_merge_absorbed_key on prospect_merge (dealership_id, absorbed_id) where undone_at is null;
create index prospect_merge_survivor_idx on prospect_merge (dealership_id, survivor_id, merged_at);

alter table prospect_merge enable row level security;
create policy tenant on prospect_merge to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on prospect_merge to genjin_app;
