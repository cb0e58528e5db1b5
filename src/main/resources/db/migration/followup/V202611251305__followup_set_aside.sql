-- Customers of whom a job could not do its work: it goes on with the others, and tries them again (S-R78j).
create table set_aside (
    dealership_id int         not null,
    work          text        not null,
    prospect_id   uuid        not null,
    tries         int         not null,
    reason        text        not null,
    since         timestamptz not null,
    tried_at      timestamptz not null,
    constraint set_aside_pkey primary key (dealership_id, work, prospect_id),
    constraint set_aside_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint set_aside_work_check check (work in ('CLOCKS', 'ESCALATION')),
    constraint set_aside_tries_check check (tries > 0)
);
create index set_aside_prospect_idx on set_aside (dealership_id, prospect_id);

alter table set_aside enable row level security;
create policy tenant on set_aside to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update, delete on set_aside to genjin_app;
