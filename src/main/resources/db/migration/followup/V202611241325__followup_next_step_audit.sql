-- The nightly proof: what is stored of open customers against what the journal alone tells.
create table next_step_audit (
    dealership_id int         not null,
    id            uuid        not null,
    run_at        timestamptz not null,
    compared      int         not null,
    differing     int         not null,
    differences   jsonb       not null,
    constraint next_step_audit_pkey primary key (dealership_id, id),
    constraint next_step_audit_dealership_fkey foreign key (dealership_id) references dealership (id)
);
create index next_step_audit_run_idx on next_step_audit (dealership_id, run_at desc, id desc);

alter table next_step_audit enable row level security;
create policy tenant on next_step_audit to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on next_step_audit to genjin_app;
