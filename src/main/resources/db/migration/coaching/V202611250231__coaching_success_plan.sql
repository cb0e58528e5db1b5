-- Numbers of success plans, by year and without gaps.
create table success_plan_year (
    dealership_id int not null,
    year          int not null,
    last          int not null,
    constraint success_plan_year_pkey primary key (dealership_id, year)
);
alter table success_plan_year enable row level security;
create policy tenant on success_plan_year to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on success_plan_year to genjin_app;

-- Personal success plans (BG-MⅢ-09, R-120): figures as they were when it was made, what was agreed, two signatures, what came of it.
create table success_plan (
    dealership_id        int         not null,
    id                   uuid        not null,
    year                 int         not null,
    number               int         not null,
    talk_id              uuid        not null,
    consultant_id        uuid        not null,
    manager_id           uuid        not null,
    held_on              date        not null,
    content              jsonb       not null,
    figures              jsonb       not null,
    follow_up_on         date        not null,
    replaces_id          uuid,
    replaced_by_id       uuid,
    version              int         not null,
    made_at              timestamptz not null,
    written_at           timestamptz not null,
    consultant_signature text,
    consultant_taken_by  uuid,
    consultant_signed_at timestamptz,
    manager_signature    text,
    manager_taken_by     uuid,
    manager_signed_at    timestamptz,
    due_told_at          timestamptz,
    followed_up_on       date,
    followed_up_at       timestamptz,
    followed_up_by       uuid,
    result               text,
    outcomes             jsonb,
    constraint success_plan_pkey primary key (dealership_id, id),
    constraint success_plan_number_key unique (dealership_id, year, number),
    constraint success_plan_replaces_key unique (dealership_id, replaces_id),
    constraint success_plan_another_check check (manager_id <> consultant_id),
    constraint success_plan_version_check check (version >= 1),
    constraint success_plan_consultant_check check ((consultant_signature is null) = (consultant_signed_at is null)
        and (consultant_taken_by is null) = (consultant_signed_at is null)
        and consultant_taken_by in (consultant_id, manager_id)),
    constraint success_plan_manager_check check ((manager_signature is null) = (manager_signed_at is null)
        and (manager_taken_by is null) = (manager_signed_at is null)
        and manager_taken_by = manager_id),
    constraint success_plan_followed_up_check check ((followed_up_at is null) = (followed_up_on is null)
        and (followed_up_at is null) = (followed_up_by is null)
        and (followed_up_at is null) = (result is null)
        and (followed_up_at is null) = (outcomes is null)
        and (followed_up_at is null or (consultant_signed_at is not null and manager_signed_at is not null)))
);
-- one talk, one plan; its next versions name the one before
create unique index success_plan_talk_key on success_plan (dealership_id, talk_id) where replaces_id is null;
create index success_plan_made_idx on success_plan (dealership_id, made_at desc, id desc);
create index success_plan_consultant_idx on success_plan (dealership_id, consultant_id, made_at desc, id desc);
create index success_plan_due_idx on success_plan (dealership_id, follow_up_on) where followed_up_at is null;

alter table success_plan enable row level security;
create policy tenant on success_plan to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on success_plan to genjin_app;
grant update (content, follow_up_on, version, written_at, consultant_signature, consultant_taken_by, consultant_signed_at,
    manager_signature, manager_taken_by, manager_signed_at, due_told_at, followed_up_on, followed_up_at, followed_up_by, result,
    outcomes, replaced_by_id) on success_plan to genjin_app;

-- The figures of a plan are never changed, and nothing of what both have signed.
create function success_plan_signed_is_signed() returns trigger language plpgsql as
$$
begin
    if old.consultant_signed_at is not null and old.manager_signed_at is not null
        and (old.content is distinct from new.content
             or old.version is distinct from new.version
             or old.follow_up_on is distinct from new.follow_up_on
             or old.consultant_signature is distinct from new.consultant_signature
             or old.manager_signature is distinct from new.manager_signature
             or old.consultant_signed_at is distinct from new.consultant_signed_at
             or old.manager_signed_at is distinct from new.manager_signed_at) then
        raise exception 'a success plan that both signed is never changed' using errcode = 'integrity_constraint_violation';
    end if;
    if old.followed_up_at is not null
        and (old.result is distinct from new.result
             or old.outcomes is distinct from new.outcomes
             or old.followed_up_at is distinct from new.followed_up_at) then
        raise exception 'what came of a success plan is never changed' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;
create trigger success_plan_signed_is_signed before update on success_plan for each row execute function success_plan_signed_is_signed();
