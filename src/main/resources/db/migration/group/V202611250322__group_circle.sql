-- Groups of dealerships, kept by HQ and stored with it; a member belongs to a group from a day to a day.
create table dealership_group (
    dealership_id int  not null,
    id            uuid not null,
    name          text not null,
    constraint dealership_group_pkey primary key (dealership_id, id),
    constraint dealership_group_name_key unique (dealership_id, name),
    constraint dealership_group_hq_check check (dealership_id = 0),
    constraint dealership_group_name_check check (name <> '')
);

alter table dealership_group enable row level security;
create policy tenant on dealership_group to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on dealership_group to genjin_app;
-- locking a row needs the right to change it
grant update (name) on dealership_group to genjin_app;

create table dealership_group_member (
    dealership_id int  not null,
    id            uuid not null,
    group_id      uuid not null,
    member_id     int  not null,
    from_day      date not null,
    until_day     date,
    constraint dealership_group_member_pkey primary key (dealership_id, id),
    constraint dealership_group_member_group_fkey foreign key (dealership_id, group_id) references dealership_group (dealership_id, id),
    -- who joined and left on the same day belonged to it on no day
    constraint dealership_group_member_days_check check (until_day >= from_day - 1)
);
create index dealership_group_member_group_idx on dealership_group_member (dealership_id, group_id, from_day);

alter table dealership_group_member enable row level security;
create policy tenant on dealership_group_member to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on dealership_group_member to genjin_app;
grant update (until_day) on dealership_group_member to genjin_app;

-- Who from outside may see personal data of the dealership, why and until when; stored with the dealership that is looked at.
create table group_unlock (
    dealership_id int         not null,
    id            uuid        not null,
    by_dealership int         not null,
    by_staff      uuid        not null,
    by_name       text        not null,
    purpose       text        not null,
    words         text        not null,
    unlocked_at   timestamptz not null,
    ends_at       timestamptz not null,
    ended_at      timestamptz,
    constraint group_unlock_pkey primary key (dealership_id, id),
    constraint group_unlock_dealership_fkey foreign key (dealership_id) references dealership (id),
    constraint group_unlock_purpose_check check (purpose in ('COMPLAINT', 'LEAD_DISPUTE', 'AUDIT', 'DATA_CHECK', 'LEGAL')),
    constraint group_unlock_words_check check (words <> ''),
    constraint group_unlock_time_check check (ends_at > unlocked_at and ends_at <= unlocked_at + interval '1 hour')
);
create index group_unlock_person_idx on group_unlock (dealership_id, by_staff, ends_at desc);

alter table group_unlock enable row level security;
create policy tenant on group_unlock to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on group_unlock to genjin_app;
grant update (ended_at) on group_unlock to genjin_app;
