-- Who asked that a customer be erased, who decided, and when it was done; nothing of the customer (S-R69).
create table erasure (
    dealership_id int         not null,
    id            uuid        not null,
    prospect_id   uuid        not null,
    reason        text        not null,
    asked_by      uuid,
    asked_at      timestamptz not null,
    due_on        date        not null,
    status        text        not null,
    declined_for  text,
    decided_by    uuid,
    decided_at    timestamptz,
    done_at       timestamptz,
    cases         int         not null default 0,
    row_count     int         not null default 0,
    constraint erasure_pkey primary key (dealership_id, id),
    constraint erasure_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint erasure_asked_by_fkey foreign key (dealership_id, asked_by) references staff_member (dealership_id, id),
    constraint erasure_decided_by_fkey foreign key (dealership_id, decided_by) references staff_member (dealership_id, id),
    constraint erasure_reason_check check (reason in ('CUSTOMER_ASKED', 'CONSENT_WITHDRAWN', 'PURPOSE_ENDED', 'NOT_LAWFUL')),
    constraint erasure_status_check check (status in ('ASKED', 'CONFIRMED', 'DECLINED', 'DONE')),
    constraint erasure_declined_check check ((status = 'DECLINED') = (declined_for is not null)),
    constraint erasure_declined_for_check check (declined_for in ('KEPT_BY_LAW', 'NOT_THE_CUSTOMER', 'TAKEN_BACK', 'STILL_NEEDED')),
    constraint erasure_two_people_check check (decided_by is null or asked_by is null or decided_by <> asked_by or status = 'DECLINED'),
    constraint erasure_done_check check ((status = 'DONE') = (done_at is not null))
);
create unique index erasure_waiting_key on erasure (dealership_id, prospect_id) where status in ('ASKED', 'CONFIRMED');
create index erasure_time_idx on erasure (dealership_id, asked_at desc, id desc);

alter table erasure enable row level security;
create policy tenant on erasure to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on erasure to genjin_app;

-- The stones of the erased: keyed hashes of their cases. An older backup that comes back is held against them.
create table erased_case (
    dealership_id int         not null,
    mark          bytea       not null,
    erasure_id    uuid        not null,
    erased_at     timestamptz not null,
    constraint erased_case_pkey primary key (dealership_id, mark)
);
alter table erased_case enable row level security;
create policy tenant on erased_case to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select on erased_case to genjin_app;

-- What is signed or closed stays so for the application; the owner of the tables may erase a person from it, and says so first.
create or replace function delivery_signed_is_signed() returns trigger language plpgsql as
$$
begin
    if old.status <> 'OPEN'
       and (current_user = 'genjin_app' or coalesce(current_setting('genjin.erasing', true), '') <> 'on') then
        raise exception 'a signed or called-off delivery is never changed' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;

create or replace function h_list_stays_closed() returns trigger language plpgsql as
$$
begin
    if old.closed
       and (current_user = 'genjin_app' or coalesce(current_setting('genjin.erasing', true), '') <> 'on') then
        raise exception 'a closed H-list is never changed' using errcode = 'integrity_constraint_violation';
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    return new;
end
$$;
