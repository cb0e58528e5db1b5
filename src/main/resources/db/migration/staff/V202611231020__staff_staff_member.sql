-- The people of a dealership and their duties.
create table staff_member (
    dealership_id int         not null,
    id            uuid        not null,
    username      text        not null,
    name          text        not null,
    roles         text        not null,
    active        boolean     not null,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    version       int         not null,
    constraint staff_member_pkey primary key (dealership_id, id),
    constraint staff_member_username_key unique (dealership_id, username),
    constraint staff_member_dealership_fkey foreign key (dealership_id) references dealership (id),
    constraint staff_member_username_check check (username ~ '^[a-z][a-z0-9._-]{1,39}$')
);

comment on column staff_member.roles is 'codes of the duties held, separated by commas';

alter table staff_member enable row level security;
create policy tenant on staff_member to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on staff_member to genjin_app;

-- Days on which a person is away, and who stands in.
create table absence (
    dealership_id int         not null,
    id            uuid        not null,
    staff_id      uuid        not null,
    from_day      date        not null,
    to_day        date        not null,
    deputy_id     uuid,
    reason        text        not null,
    recorded_by   uuid,
    recorded_at   timestamptz not null,
    constraint absence_pkey primary key (dealership_id, id),
    constraint absence_staff_fkey foreign key (dealership_id, staff_id) references staff_member (dealership_id, id),
    constraint absence_deputy_fkey foreign key (dealership_id, deputy_id) references staff_member (dealership_id, id),
    constraint absence_days_check check (to_day >= from_day),
    constraint absence_deputy_check check (deputy_id <> staff_id)
);
create index absence_staff_idx on absence (dealership_id, staff_id, to_day);

alter table absence enable row level security;
create policy tenant on absence to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update, delete on absence to genjin_app;
