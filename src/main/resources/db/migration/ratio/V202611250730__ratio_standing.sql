-- How cases stood from when until when, as the journal tells it now; nothing here is more than a copy of what the journal says.
create table case_standing (
    dealership_id int         not null,
    prospect_id   uuid        not null,
    id            uuid        not null,
    since         timestamptz not null,
    until         timestamptz not null,
    standing      text        not null collate "C",
    resting       boolean     not null,
    owner_id      uuid,
    grade         text collate "C",
    told_by       uuid        not null,
    told_at       timestamptz not null,
    told_owner_id uuid,
    constraint case_standing_pkey primary key (dealership_id, prospect_id, id),
    constraint case_standing_dealership_fkey foreign key (dealership_id) references dealership (id),
    constraint case_standing_standing_check check (standing in ('OPEN', 'ORDERED')),
    constraint case_standing_until_check check (until > since)
);

create index case_standing_until_idx on case_standing (dealership_id, until);

comment on column case_standing.id is 'the entry with which it began: its owner and grade are those of the case from then on';
comment on column case_standing.until is 'the moment of the next entry; infinity for how it stands now';
comment on column case_standing.told_by is 'the last entry before that told of state or owner, neither of grade nor of rest';

alter table case_standing enable row level security;
create policy tenant on case_standing to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, delete on case_standing to genjin_app;

-- By which definition a dealership's standings were counted; without its row nothing is kept.
create table standing_keeper (
    dealership_id int    not null,
    definition    bigint not null,
    constraint standing_keeper_pkey primary key (dealership_id),
    constraint standing_keeper_dealership_fkey foreign key (dealership_id) references dealership (id)
);

alter table standing_keeper enable row level security;
create policy tenant on standing_keeper to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on standing_keeper to genjin_app;

-- Cases about which something was written since: one row a mark, so that writers never meet.
create table standing_stale (
    dealership_id int  not null,
    id            uuid not null,
    prospect_id   uuid not null,
    constraint standing_stale_pkey primary key (dealership_id, id),
    constraint standing_stale_dealership_fkey foreign key (dealership_id) references dealership (id)
);

create index standing_stale_prospect_idx on standing_stale (dealership_id, prospect_id);

alter table standing_stale enable row level security;
create policy tenant on standing_stale to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, delete on standing_stale to genjin_app;
