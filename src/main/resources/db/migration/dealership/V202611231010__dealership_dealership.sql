-- The dealerships served; a reference table without row-level security: no personal data, read before a dealership is entered.
create table dealership (
    id     int  not null,
    code   text not null,
    name   text not null,
    region text not null,
    zone   text not null,
    constraint dealership_pkey primary key (id),
    constraint dealership_code_key unique (code),
    constraint dealership_code_check check (code ~ '^[A-Z0-9-]{2,20}$')
);
insert into dealership (id, code, name, region, zone) values (0, 'HQ', '上海大众', '', 'Asia/Shanghai');
grant select, insert on dealership to genjin_app;

-- What a dealership decided, from when on; never changed, only followed by the next version.
create table policy_version (
    dealership_id  int         not null,
    id             uuid        not null,
    effective_from timestamptz not null,
    policy         jsonb       not null,
    set_by         text        not null,
    reason         text        not null,
    constraint policy_version_pkey primary key (dealership_id, id),
    constraint policy_version_dealership_fkey foreign key (dealership_id) references dealership (id)
);
create index policy_version_time_idx on policy_version (dealership_id, effective_from);

alter table policy_version enable row level security;
create policy tenant on policy_version to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on policy_version to genjin_app;
