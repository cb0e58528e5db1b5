-- The daily report of a day as it was at closing time: written once, never changed (scenario 40).
create table daily_frozen (
    dealership_id int         not null,
    day           date        not null,
    known_until   timestamptz not null,
    frozen_at     timestamptz not null,
    stood         boolean     not null,
    constraint daily_frozen_pkey primary key (dealership_id, day),
    constraint daily_frozen_dealership_fkey foreign key (dealership_id) references dealership (id),
    constraint daily_frozen_order_check check (frozen_at >= known_until)
);

comment on column daily_frozen.known_until is 'closing time: what was written down later is a correction';
comment on column daily_frozen.stood is 'whether it could still be told what stood at closing time: nobody had written anything since';

alter table daily_frozen enable row level security;
create policy tenant on daily_frozen to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on daily_frozen to genjin_app;

create table daily_frozen_figure (
    dealership_id int    not null,
    day           date   not null,
    part          text   not null collate "C",
    person_id     uuid   not null,
    of_day        bigint not null,
    of_month      bigint not null,
    constraint daily_frozen_figure_pkey primary key (dealership_id, day, part, person_id),
    constraint daily_frozen_figure_day_fkey foreign key (dealership_id, day) references daily_frozen (dealership_id, day)
);

comment on column daily_frozen_figure.person_id is 'whom the rows are charged to; all zeros for rows that are nobody''s';

alter table daily_frozen_figure enable row level security;
create policy tenant on daily_frozen_figure to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on daily_frozen_figure to genjin_app;

-- The promises of the day that were open at closing time: all other rows can be read from the journal as it was then.
create table daily_frozen_promise (
    dealership_id int         not null,
    day           date        not null,
    part          text        not null collate "C",
    id            uuid        not null,
    person_id     uuid,
    prospect_id   uuid        not null,
    moment        timestamptz not null,
    is_entry      boolean     not null,
    constraint daily_frozen_promise_pkey primary key (dealership_id, day, part, id),
    constraint daily_frozen_promise_day_fkey foreign key (dealership_id, day) references daily_frozen (dealership_id, day)
);

alter table daily_frozen_promise enable row level security;
create policy tenant on daily_frozen_promise to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on daily_frozen_promise to genjin_app;

-- When the dealership's day is over for its report; each act of setting, the newest that counts from a day on or before it holds.
create table daily_closing (
    dealership_id int         not null,
    number        int         not null,
    closes_at     text        not null,
    counts_from   date        not null,
    set_by        uuid        not null,
    set_at        timestamptz not null,
    constraint daily_closing_pkey primary key (dealership_id, number),
    constraint daily_closing_set_by_fkey foreign key (dealership_id, set_by) references staff_member (dealership_id, id),
    constraint daily_closing_closes_at_check check (closes_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$')
);

alter table daily_closing enable row level security;
create policy tenant on daily_closing to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on daily_closing to genjin_app;
