-- Contacts and attempts with their results (3.2); what happened is never changed.
create table follow_up (
    dealership_id int         not null,
    id            uuid        not null,
    prospect_id   uuid        not null,
    planned_date  date        not null,
    happened_at   timestamptz not null,
    recorded_at   timestamptz not null,
    by_id         uuid        not null,
    way           text        not null,
    reason        text        not null,
    outcome       text        not null,
    content       text        not null,
    grade_before  text        not null,
    grade_after   text        not null,
    next_date     date        not null,
    next_reason   text        not null,
    qualifies     boolean     not null,
    constraint follow_up_pkey primary key (dealership_id, id),
    constraint follow_up_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint follow_up_by_fkey foreign key (dealership_id, by_id) references staff_member (dealership_id, id),
    constraint follow_up_way_check check (way in ('PHONE', 'SHOWROOM', 'VISIT_OUT', 'SMS', 'WECHAT', 'EMAIL', 'POST')),
    constraint follow_up_outcome_check check (outcome in ('REACHED', 'NOT_REACHED', 'INVALID_NUMBER', 'APPOINTMENT', 'ORDERED',
        'NO_INTENT', 'BOUGHT_ELSEWHERE', 'POSTPONED')),
    constraint follow_up_grade_check check (grade_before in ('H', 'A', 'B', 'C', 'N') and grade_after in ('H', 'A', 'B', 'C', 'N')),
    constraint follow_up_time_check check (happened_at <= recorded_at)
);
create index follow_up_prospect_idx on follow_up (dealership_id, prospect_id, happened_at desc, id desc);
create index follow_up_by_idx on follow_up (dealership_id, by_id, happened_at);

comment on column follow_up.qualifies is 'whether a consultant or sales manager made it; only then it stops or feeds a clock (1.11 rule 6)';

alter table follow_up enable row level security;
create policy tenant on follow_up to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on follow_up to genjin_app;
