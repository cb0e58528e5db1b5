-- An owner is unhappy: one person answers for it, and somebody else asks whether it is well now.
create table complaint (
    dealership_id  int         not null,
    id             uuid        not null,
    owner_id       uuid        not null,
    prospect_id    uuid        not null,
    callback_id    uuid,
    complaint      text        not null,
    opened_by      uuid        not null,
    opened_at      timestamptz not null,
    responsible_id uuid        not null,
    due_date       date        not null,
    status         text        not null,
    rounds         int         not null,
    answer         text,
    answered_by    uuid,
    answered_at    timestamptz,
    escalated_at   timestamptz,
    closed_how     text,
    closed_by      uuid,
    closed_at      timestamptz,
    close_reason   text,
    version        int         not null,
    constraint complaint_pkey primary key (dealership_id, id),
    constraint complaint_callback_key unique (dealership_id, callback_id),
    constraint complaint_owner_fkey foreign key (dealership_id, owner_id) references owner_file (dealership_id, id),
    constraint complaint_responsible_fkey foreign key (dealership_id, responsible_id) references staff_member (dealership_id, id),
    constraint complaint_status_check check (status in ('OPEN', 'ANSWERED', 'CLOSED')),
    constraint complaint_answered_check check (status <> 'ANSWERED' or (answer is not null and answered_by is not null
        and answered_at is not null)),
    constraint complaint_closed_check check ((status = 'CLOSED') = (closed_how is not null and closed_by is not null
        and closed_at is not null and close_reason is not null)),
    constraint complaint_how_check check (closed_how in ('SATISFIED', 'DECIDED')),
    constraint complaint_other_person_check check (closed_how is null or closed_by <> responsible_id)
);
create index complaint_open_idx on complaint (dealership_id, due_date, id) where status <> 'CLOSED';
create index complaint_closed_idx on complaint (dealership_id, closed_at desc, id desc) where status = 'CLOSED';
create index complaint_owner_idx on complaint (dealership_id, owner_id, opened_at desc);

alter table complaint enable row level security;
create policy tenant on complaint to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on complaint to genjin_app;

-- What was done about a complaint, step by step; never changed.
create table complaint_step (
    dealership_id int         not null,
    id            uuid        not null,
    complaint_id  uuid        not null,
    step          text        not null,
    said          text        not null,
    taken_by      uuid,
    taken_at      timestamptz not null,
    constraint complaint_step_pkey primary key (dealership_id, id),
    constraint complaint_step_complaint_fkey foreign key (dealership_id, complaint_id) references complaint (dealership_id, id),
    constraint complaint_step_check check (step in ('OPENED', 'ASSIGNED', 'ANSWERED', 'NOT_REACHED', 'NOT_SATISFIED', 'SATISFIED',
        'ESCALATED', 'DECIDED'))
);
create index complaint_step_complaint_idx on complaint_step (dealership_id, complaint_id, taken_at, id);

alter table complaint_step enable row level security;
create policy tenant on complaint_step to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on complaint_step to genjin_app;
