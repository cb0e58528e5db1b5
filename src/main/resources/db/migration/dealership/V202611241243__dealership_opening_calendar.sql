-- The opening calendar: weekly closing days from a day on, and single days that are different, closed or open.
alter table closed_day rename to special_day;
alter table special_day rename constraint closed_day_pkey to special_day_pkey;
alter table special_day rename constraint closed_day_dealership_fkey to special_day_dealership_fkey;
alter table special_day add column open boolean not null default false;
alter table special_day alter column open drop default;
grant update on special_day to genjin_app;

comment on table special_day is 'days that differ from the weekly pattern: a holiday, or a working day that makes up for one (调休)';

create table weekly_closing (
    dealership_id int  not null,
    from_day      date not null,
    weekdays      text not null,
    reason        text not null,
    constraint weekly_closing_pkey primary key (dealership_id, from_day),
    constraint weekly_closing_dealership_fkey foreign key (dealership_id) references dealership (id),
    constraint weekly_closing_weekdays_check check (weekdays ~ '^[1-7]{0,6}$')
);

comment on column weekly_closing.weekdays is 'the closed days of the week, Monday is 1; in force until the next row''s day';

alter table weekly_closing enable row level security;
create policy tenant on weekly_closing to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update, delete on weekly_closing to genjin_app;
