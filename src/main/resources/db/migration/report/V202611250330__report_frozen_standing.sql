-- What stood at closing time, row by row, so that frozen stocks and open promises open. Most of it stands for many days: kept is
-- only what came and went from one frozen day to the next, and what stands on one day alone.
create table daily_frozen_standing (
    dealership_id int         not null,
    part          text        not null collate "C",
    day           date        not null,
    id            uuid        not null,
    stands        boolean     not null,
    person_id     uuid,
    prospect_id   uuid        not null,
    moment        timestamptz not null,
    promised_for  date,
    is_entry      boolean     not null,
    constraint daily_frozen_standing_pkey primary key (dealership_id, part, day, id),
    constraint daily_frozen_standing_day_fkey foreign key (dealership_id, day) references daily_frozen (dealership_id, day)
);

comment on column daily_frozen_standing.day is 'the frozen day from which on it stands, or stands no more';
comment on column daily_frozen_standing.promised_for is 'the day of a promise; nothing for a stock';

alter table daily_frozen_standing enable row level security;
create policy tenant on daily_frozen_standing to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on daily_frozen_standing to genjin_app;

alter table daily_frozen add column standing_kept boolean not null default false;

comment on column daily_frozen.standing_kept is 'whether what stood was kept in daily_frozen_standing; days frozen before kept the day''s own promises alone';
