-- What a dealership asks at its door: which passwords, and for whom a second factor. No row means the rules that Genjin comes with.
create table door_rules (
    dealership_id int         not null,
    passwords     text        not null,
    second_factor text        not null,
    grace_days    int         not null,
    changed_by    uuid        not null,
    changed_at    timestamptz not null,
    constraint door_rules_pkey primary key (dealership_id),
    constraint door_rules_dealership_fkey foreign key (dealership_id) references dealership (id),
    constraint door_rules_staff_fkey foreign key (dealership_id, changed_by) references staff_member (dealership_id, id),
    constraint door_rules_passwords_check check (passwords in ('LONG', 'CLASSIFIED')),
    constraint door_rules_second_factor_check check (second_factor in ('OFF', 'OPTIONAL', 'REQUIRED')),
    constraint door_rules_grace_check check (grace_days between 0 and 90)
);

alter table door_rules enable row level security;
create policy tenant on door_rules to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on door_rules to genjin_app;

-- The passwords a person had, as hashes: the classified preset refuses the last five and asks for a new one after ninety days.
create table earlier_password (
    dealership_id int         not null,
    staff_id      uuid        not null,
    set_at        timestamptz not null,
    password_hash text        not null,
    constraint earlier_password_pkey primary key (dealership_id, staff_id, set_at),
    constraint earlier_password_staff_fkey foreign key (dealership_id, staff_id) references staff_member (dealership_id, id)
);

alter table earlier_password enable row level security;
create policy tenant on earlier_password to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, delete on earlier_password to genjin_app;
