-- Weeks for which lists of customers most likely to buy are kept (R-113), from the first one on without gaps.
create table h_list_week (
    dealership_id int     not null,
    week_start    date    not null,
    closed        boolean not null default false,
    closed_at     timestamptz,
    constraint h_list_week_pkey primary key (dealership_id, week_start),
    constraint h_list_week_dealership_fkey foreign key (dealership_id) references dealership (id),
    constraint h_list_week_monday_check check (extract(isodow from week_start) = 1),
    constraint h_list_week_closed_check check (closed = (closed_at is not null))
);
create index h_list_week_open_idx on h_list_week (dealership_id, week_start) where not closed;

-- What a manager and one consultant analysed for one week (3.10).
create table h_list (
    dealership_id int         not null,
    id            uuid        not null,
    week_start    date        not null,
    consultant_id uuid        not null,
    manager_id    uuid        not null,
    held_at       timestamptz not null,
    nobody_reason text,
    told_by       uuid        not null,
    told_at       timestamptz not null,
    version       int         not null,
    closed        boolean     not null default false,
    closed_at     timestamptz,
    constraint h_list_pkey primary key (dealership_id, id),
    constraint h_list_consultant_key unique (dealership_id, week_start, consultant_id),
    constraint h_list_standing_key unique (dealership_id, id, week_start, closed),
    constraint h_list_week_fkey foreign key (dealership_id, week_start) references h_list_week (dealership_id, week_start),
    constraint h_list_consultant_fkey foreign key (dealership_id, consultant_id) references staff_member (dealership_id, id),
    constraint h_list_manager_fkey foreign key (dealership_id, manager_id) references staff_member (dealership_id, id),
    constraint h_list_closed_check check (closed = (closed_at is not null))
);

comment on column h_list.nobody_reason is 'why nobody is likely to buy that week; a list held has customers or this reason';
comment on column h_list.told_at is 'when the consultant was last told that the list was held or changed: once in a sitting';

-- One customer on a list, as they were when listed, and what came of it.
create table h_list_entry (
    dealership_id  int         not null,
    id             uuid        not null,
    list_id        uuid        not null,
    week_start     date        not null,
    prospect_id    uuid        not null,
    grade          text        not null,
    source         text        not null,
    model          text,
    likely_reason  text        not null,
    obstacle       text,
    action         text        not null,
    responsible_id uuid        not null,
    expected_date  date        not null,
    added_by       uuid        not null,
    added_at       timestamptz not null,
    version        int         not null,
    closed         boolean     not null default false,
    closed_at      timestamptz,
    result         text,
    decided_by     uuid,
    constraint h_list_entry_pkey primary key (dealership_id, id),
    constraint h_list_entry_prospect_key unique (dealership_id, week_start, prospect_id),
    -- checked at the end of the transaction: an entry is closed exactly when its list is, so nothing joins a closed list
    constraint h_list_entry_list_fkey foreign key (dealership_id, list_id, week_start, closed)
        references h_list (dealership_id, id, week_start, closed) deferrable initially deferred,
    constraint h_list_entry_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint h_list_entry_responsible_fkey foreign key (dealership_id, responsible_id) references staff_member (dealership_id, id),
    constraint h_list_entry_decided_fkey foreign key (dealership_id, decided_by) references journal_entry (dealership_id, id),
    constraint h_list_entry_grade_check check (grade in ('H', 'A', 'B', 'C', 'N')),
    constraint h_list_entry_result_check check (result in ('ORDERED', 'MOVED_ON', 'SLIPPED', 'DEFEATED')),
    constraint h_list_entry_closed_check check (closed = (closed_at is not null) and closed = (result is not null))
);
create index h_list_entry_list_idx on h_list_entry (dealership_id, list_id);
create index h_list_entry_open_idx on h_list_entry (dealership_id, responsible_id) where not closed;
create index h_list_entry_prospect_idx on h_list_entry (dealership_id, prospect_id, week_start);

comment on column h_list_entry.decided_by is 'the journal entry that made the result; none for a customer with whom nothing moved';

-- Who had a list when the week closed (K29).
create table h_list_coverage (
    dealership_id int  not null,
    week_start    date not null,
    consultant_id uuid not null,
    standing      text not null,
    constraint h_list_coverage_pkey primary key (dealership_id, week_start, consultant_id),
    constraint h_list_coverage_week_fkey foreign key (dealership_id, week_start) references h_list_week (dealership_id, week_start),
    constraint h_list_coverage_consultant_fkey foreign key (dealership_id, consultant_id) references staff_member (dealership_id, id),
    constraint h_list_coverage_standing_check check (standing in ('HELD', 'NOBODY', 'MISSING', 'AWAY'))
);

alter table h_list_week enable row level security;
create policy tenant on h_list_week to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
alter table h_list enable row level security;
create policy tenant on h_list to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
alter table h_list_entry enable row level security;
create policy tenant on h_list_entry to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
alter table h_list_coverage enable row level security;
create policy tenant on h_list_coverage to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));

-- Closed is closed (5, Archive): each row looks at itself only.
create function h_list_stays_closed() returns trigger language plpgsql as
$$
begin
    if old.closed then
        raise exception 'a closed H-list is never changed' using errcode = 'integrity_constraint_violation';
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    return new;
end
$$;
create trigger h_list_week_stays_closed before update or delete on h_list_week for each row execute function h_list_stays_closed();
create trigger h_list_stays_closed before update or delete on h_list for each row execute function h_list_stays_closed();
create trigger h_list_entry_stays_closed before update or delete on h_list_entry for each row execute function h_list_stays_closed();

-- The application can open rows, never insert closed ones.
grant select, update on h_list_week to genjin_app;
grant insert (dealership_id, week_start) on h_list_week to genjin_app;
grant select, update on h_list to genjin_app;
grant insert (dealership_id, id, week_start, consultant_id, manager_id, held_at, nobody_reason, told_by, told_at, version)
    on h_list to genjin_app;
grant select, update, delete on h_list_entry to genjin_app;
grant insert (dealership_id, id, list_id, week_start, prospect_id, grade, source, model, likely_reason, obstacle, action,
              responsible_id, expected_date, added_by, added_at, version) on h_list_entry to genjin_app;
grant select, insert on h_list_coverage to genjin_app;
