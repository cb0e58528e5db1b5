-- The backups that Genjin made by itself, of the whole database: no dealership's, hence outside the tenant.
create table backup_run (
    id        uuid        not null,
    begun_at  timestamptz not null,
    ended_at  timestamptz,
    outcome   text        not null,
    file      text,
    bytes     bigint      not null,
    row_count bigint      not null,
    as_of     timestamptz,
    shrunk    boolean     not null,
    read_at   timestamptz,
    trouble   text,
    constraint backup_run_pkey primary key (id),
    constraint backup_run_outcome_check check (outcome in ('WRITING', 'KEPT', 'FAILED')),
    constraint backup_run_kept_check check (outcome <> 'KEPT' or (ended_at is not null and file is not null and as_of is not null))
);
create index backup_run_begun_idx on backup_run (begun_at desc, id desc);
grant select, insert, update, delete on backup_run to genjin_app;

-- What is wrong with the backups now, and since when; told once.
create table backup_alarm (
    alarm text        not null,
    since timestamptz not null,
    constraint backup_alarm_pkey primary key (alarm),
    constraint backup_alarm_alarm_check check (alarm in ('FAILED', 'MISSING', 'UNREADABLE', 'SHRUNKEN'))
);
grant select, insert, update, delete on backup_alarm to genjin_app;
