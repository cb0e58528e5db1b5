-- Counts of days that are over, as the journal tells them now; nothing here is more than a copy of what the journal says.
create table figure_day (
    dealership_id int    not null,
    part          text   not null collate "C",
    day           date   not null,
    person_id     uuid   not null,
    rows_counted  bigint not null,
    constraint figure_day_pkey primary key (dealership_id, part, day, person_id),
    constraint figure_day_dealership_fkey foreign key (dealership_id) references dealership (id),
    constraint figure_day_counted_check check (rows_counted > 0)
);

comment on column figure_day.person_id is 'whom the rows are charged to; all zeros for rows that are nobody''s';

alter table figure_day enable row level security;
create policy tenant on figure_day to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, delete on figure_day to genjin_app;

-- From which to which day figures are kept, and by which definition they were counted.
create table figure_keeper (
    dealership_id int    not null,
    definition    bigint not null,
    kept_from     date   not null,
    kept_until    date   not null,
    constraint figure_keeper_pkey primary key (dealership_id),
    constraint figure_keeper_dealership_fkey foreign key (dealership_id) references dealership (id)
);

comment on column figure_keeper.kept_until is 'the day before kept_from while nothing is kept';

alter table figure_keeper enable row level security;
create policy tenant on figure_keeper to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on figure_keeper to genjin_app;

-- Days whose counts something written later may have changed: one row a mark, so that writers never meet.
create table figure_stale (
    dealership_id int  not null,
    id            uuid not null,
    day           date not null,
    constraint figure_stale_pkey primary key (dealership_id, id),
    constraint figure_stale_dealership_fkey foreign key (dealership_id) references dealership (id)
);

create index figure_stale_day_idx on figure_stale (dealership_id, day);

alter table figure_stale enable row level security;
create policy tenant on figure_stale to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, delete on figure_stale to genjin_app;
