-- Warnings before an HQ lead's 24 hours are over: once for each lead and step, whichever node comes first.
create table hq_warning (
    dealership_id int         not null,
    prospect_id   uuid        not null,
    step          text        not null,
    hours         int         not null,
    earned_at     timestamptz not null,
    recorded_at   timestamptz not null,
    superseded    boolean     not null,
    constraint hq_warning_pkey primary key (dealership_id, prospect_id, step),
    constraint hq_warning_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint hq_warning_step_check check (step in ('UNALLOCATED', 'FIRST', 'SECOND'))
);

comment on column hq_warning.superseded is 'settled unsaid, because a later step had been earned before the job came';

alter table hq_warning enable row level security;
create policy tenant on hq_warning to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on hq_warning to genjin_app;

-- The day's status of each HQ lead, as a person recorded it; what was said before stands in the journal.
create table hq_status (
    dealership_id int         not null,
    prospect_id   uuid        not null,
    day           date        not null,
    status        text        not null,
    remark        text,
    recorded_by   uuid        not null,
    recorded_at   timestamptz not null,
    constraint hq_status_pkey primary key (dealership_id, prospect_id, day),
    constraint hq_status_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint hq_status_by_fkey foreign key (dealership_id, recorded_by) references staff_member (dealership_id, id),
    constraint hq_status_code_check check (status in ('NEW', 'ALLOCATED', 'FOLLOWED', 'CONVERTED', 'DORMANT', 'DUPLICATE', 'INVALID', 'DEFEATED'))
);

alter table hq_status enable row level security;
create policy tenant on hq_status to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on hq_status to genjin_app;

-- That a day's feedback went to HQ: marked by a person here, or fetched by HQ; the first time of each way.
create table hq_feedback_sent (
    dealership_id int         not null,
    day           date        not null,
    way           text        not null,
    by_name       text        not null,
    sent_at       timestamptz not null,
    constraint hq_feedback_sent_pkey primary key (dealership_id, day, way),
    constraint hq_feedback_sent_dealership_fkey foreign key (dealership_id) references dealership (id),
    constraint hq_feedback_sent_way_check check (way in ('MARKED', 'FETCHED'))
);

alter table hq_feedback_sent enable row level security;
create policy tenant on hq_feedback_sent to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on hq_feedback_sent to genjin_app;
