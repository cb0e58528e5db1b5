-- Improvement actions (R-116): defect, evidence, measure, deadline, one person; overdue is not stored, it follows.
create table improvement_action (
    dealership_id  int         not null,
    id             uuid        not null,
    defect         text        not null,
    report         text        not null,
    figure         text        not null,
    measure        text        not null,
    deadline       date        not null,
    responsible_id uuid        not null,
    opened_by      uuid        not null,
    opened_at      timestamptz not null,
    status         text        not null,
    verified_by    uuid,
    verified_at    timestamptz,
    verified_on    date,
    constraint improvement_action_pkey primary key (dealership_id, id),
    constraint improvement_action_report_check check (report in ('DAILY', 'FUNNEL', 'H_LIST', 'QUALITY')),
    constraint improvement_action_status_check check (status in ('OPEN', 'IN_PROGRESS', 'DONE', 'VERIFIED')),
    constraint improvement_action_said_check check (defect <> '' and figure <> '' and measure <> ''),
    constraint improvement_action_verified_check check ((status = 'VERIFIED') = (verified_by is not null)
        and (verified_by is null) = (verified_at is null)
        and (verified_by is null) = (verified_on is null)),
    constraint improvement_action_another_check check (verified_by <> responsible_id)
);
create index improvement_action_deadline_idx on improvement_action (dealership_id, deadline, id);
create index improvement_action_responsible_idx on improvement_action (dealership_id, responsible_id, deadline, id);

alter table improvement_action enable row level security;
create policy tenant on improvement_action to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on improvement_action to genjin_app;
grant update (responsible_id, status, verified_by, verified_at, verified_on) on improvement_action to genjin_app;

-- What was said about an action, moment by moment; nothing of it is changed.
create table improvement_step (
    dealership_id int         not null,
    id            uuid        not null,
    action_id     uuid        not null,
    step          text        not null,
    said          text        not null,
    taken_by      uuid        not null,
    taken_at      timestamptz not null,
    constraint improvement_step_pkey primary key (dealership_id, id),
    constraint improvement_step_action_fkey foreign key (dealership_id, action_id)
        references improvement_action (dealership_id, id),
    constraint improvement_step_check check (step in ('OPENED', 'ASSIGNED', 'PROGRESSED', 'DONE', 'REOPENED', 'VERIFIED'))
);
create index improvement_step_action_idx on improvement_step (dealership_id, action_id, taken_at, id);

alter table improvement_step enable row level security;
create policy tenant on improvement_step to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on improvement_step to genjin_app;
