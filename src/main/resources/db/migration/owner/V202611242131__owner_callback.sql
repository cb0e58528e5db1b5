-- What owners are asked, in versions: a version in use is never changed, answers keep the version they answered.
create table question_set (
    dealership_id  int         not null,
    id             uuid        not null,
    version        int         not null,
    unhappy_below  int         not null,
    questions      jsonb       not null,
    set_by         uuid        not null,
    set_at         timestamptz not null,
    constraint question_set_pkey primary key (dealership_id, id),
    constraint question_set_version_key unique (dealership_id, version),
    constraint question_set_threshold_check check (unhappy_below between 1 and 10)
);

alter table question_set enable row level security;
create policy tenant on question_set to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on question_set to genjin_app;

-- One call that an owner is to get (回访), planned at the signature or for an occasion; one call closes one plan.
create table callback (
    dealership_id int         not null,
    id            uuid        not null,
    owner_id      uuid        not null,
    prospect_id   uuid        not null,
    plan_type     text        not null,
    due_date      date        not null,
    try_on        date        not null,
    occasion      text,
    state         text        not null,
    attempts      int         not null,
    done_at       timestamptz,
    done_on       date,
    done_by       uuid,
    done_role     text,
    said          text,
    satisfaction  int,
    questions     int,
    answers       jsonb,
    constraint callback_pkey primary key (dealership_id, id),
    constraint callback_plan_key unique (dealership_id, owner_id, plan_type, due_date),
    constraint callback_owner_fkey foreign key (dealership_id, owner_id) references owner_file (dealership_id, id),
    constraint callback_type_check check (plan_type in ('D3', 'D7', 'D30', 'FIRST_SERVICE', 'INSURANCE', 'INSPECTION', 'ANNIVERSARY',
        'BIRTHDAY', 'EVENT')),
    constraint callback_state_check check (state in ('OPEN', 'DONE', 'UNREACHED', 'WITHDRAWN')),
    constraint callback_done_check check (state <> 'DONE' or (done_at is not null and done_on is not null and done_by is not null
        and done_role is not null and said is not null)),
    constraint callback_satisfaction_check check (satisfaction between 1 and 10),
    constraint callback_attempts_check check (attempts >= 0)
);
create index callback_open_idx on callback (dealership_id, try_on, id) where state = 'OPEN';
create index callback_due_idx on callback (dealership_id, plan_type, due_date, id);
create index callback_owner_idx on callback (dealership_id, owner_id, due_date, id);

comment on column callback.try_on is 'when it is to be tried next: the due date, or the day after an attempt that reached nobody';

alter table callback enable row level security;
create policy tenant on callback to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on callback to genjin_app;

-- Each time somebody tried to reach the owner; never changed.
create table callback_attempt (
    dealership_id int         not null,
    id            uuid        not null,
    callback_id   uuid        not null,
    reached       boolean     not null,
    said          text,
    tried_by      uuid        not null,
    tried_at      timestamptz not null,
    constraint callback_attempt_pkey primary key (dealership_id, id),
    constraint callback_attempt_callback_fkey foreign key (dealership_id, callback_id) references callback (dealership_id, id)
);
create index callback_attempt_callback_idx on callback_attempt (dealership_id, callback_id, tried_at);

alter table callback_attempt enable row level security;
create policy tenant on callback_attempt to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on callback_attempt to genjin_app;
