-- One-to-ones (R-119): every version is a row of its own and stays; the newest counts.
create table one_to_one (
    dealership_id int         not null,
    id            uuid        not null,
    version       int         not null,
    consultant_id uuid        not null,
    manager_id    uuid        not null,
    held_at       timestamptz not null,
    held_on       date        not null,
    proposed      boolean     not null,
    choice        text,
    evidence      jsonb       not null,
    said          text        not null,
    correction    text,
    taken_back    boolean     not null,
    written_by    uuid        not null,
    written_at    timestamptz not null,
    constraint one_to_one_pkey primary key (dealership_id, id, version),
    constraint one_to_one_another_check check (manager_id <> consultant_id),
    constraint one_to_one_said_check check (said <> ''),
    constraint one_to_one_choice_check check (proposed or choice is not null),
    constraint one_to_one_version_check check (version >= 1 and (version = 1) = (correction is null)),
    constraint one_to_one_past_check check (held_at <= written_at)
);
create index one_to_one_held_idx on one_to_one (dealership_id, held_on, consultant_id);
create index one_to_one_latest_idx on one_to_one (dealership_id, held_at desc, id desc);

alter table one_to_one enable row level security;
create policy tenant on one_to_one to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on one_to_one to genjin_app;
