-- What a dealership's days came to, for comparing it with others: numbers alone. Counted by the dealership's own questions, replaced
-- whenever it is counted anew; counted_at is missing while somebody asked and nobody counted yet.
create table group_summary (
    dealership_id int         not null,
    from_day      date        not null,
    until_day     date        not null,
    asked_on      date        not null,
    counted_at    timestamptz,
    took_millis   int         not null,
    definition    int         not null,
    counts        text        not null,
    constraint group_summary_pkey primary key (dealership_id, from_day, until_day),
    constraint group_summary_dealership_fkey foreign key (dealership_id) references dealership (id),
    constraint group_summary_days_check check (from_day <= until_day)
);

alter table group_summary enable row level security;
create policy tenant on group_summary to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update, delete on group_summary to genjin_app;
