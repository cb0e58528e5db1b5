-- The managers' review of a week (3.12): one for a week, its reports frozen when it was opened.
create table weekly_review (
    dealership_id int         not null,
    id            uuid        not null,
    week_start    date        not null,
    opened_by     uuid        not null,
    opened_at     timestamptz not null,
    chair_id      uuid        not null,
    version       int         not null,
    reports       text        not null,
    archived      boolean     not null default false,
    constraint weekly_review_pkey primary key (dealership_id, id),
    constraint weekly_review_week_key unique (dealership_id, week_start),
    constraint weekly_review_standing_key unique (dealership_id, id, archived),
    constraint weekly_review_monday_check check (extract(isodow from week_start) = 1),
    constraint weekly_review_opener_fkey foreign key (dealership_id, opened_by) references staff_member (dealership_id, id),
    constraint weekly_review_chair_fkey foreign key (dealership_id, chair_id) references staff_member (dealership_id, id)
);

comment on column weekly_review.reports is 'the three reports with their figures as they were when the review was opened';
comment on column weekly_review.version is 'of chair and participants';

create table review_participant (
    dealership_id int     not null,
    review_id     uuid    not null,
    staff_id      uuid    not null,
    archived      boolean not null default false,
    constraint review_participant_pkey primary key (dealership_id, review_id, staff_id),
    -- checked at the end of the transaction: a part is archived exactly when its review is, so nothing joins an archived one
    constraint review_participant_review_fkey foreign key (dealership_id, review_id, archived)
        references weekly_review (dealership_id, id, archived) deferrable initially deferred,
    constraint review_participant_staff_fkey foreign key (dealership_id, staff_id) references staff_member (dealership_id, id)
);

create table review_note (
    dealership_id int         not null,
    review_id     uuid        not null,
    point         text        not null,
    words         text        not null,
    written_by    uuid        not null,
    written_at    timestamptz not null,
    version       int         not null,
    archived      boolean     not null default false,
    constraint review_note_pkey primary key (dealership_id, review_id, point),
    constraint review_note_review_fkey foreign key (dealership_id, review_id, archived)
        references weekly_review (dealership_id, id, archived) deferrable initially deferred,
    constraint review_note_point_check check (point in ('DAILY_REPORT', 'ACTUAL_VS_TARGET', 'CURRENT_VS_HISTORY', 'H_LISTS',
                                                        'ACTIONS', 'ONE_TO_ONES')),
    constraint review_note_words_check check (words <> '')
);

-- A defect with its evidence, and what follows: an improvement action, or the reason why none.
create table review_finding (
    dealership_id int         not null,
    id            uuid        not null,
    review_id     uuid        not null,
    defect        text        not null,
    report        text        not null,
    figure        text        not null,
    proposal      text,
    rows_path     text,
    written_by    uuid        not null,
    written_at    timestamptz not null,
    version       int         not null,
    action_id     uuid,
    no_action     text,
    archived      boolean     not null default false,
    constraint review_finding_pkey primary key (dealership_id, id),
    -- the same weakness is one finding, whoever taps first
    constraint review_finding_proposal_key unique (dealership_id, review_id, proposal),
    constraint review_finding_review_fkey foreign key (dealership_id, review_id, archived)
        references weekly_review (dealership_id, id, archived) deferrable initially deferred,
    constraint review_finding_action_fkey foreign key (dealership_id, action_id) references improvement_action (dealership_id, id),
    constraint review_finding_said_check check (defect <> '' and figure <> '' and no_action <> ''),
    constraint review_finding_settled_check check (action_id is null or no_action is null)
);
create index review_finding_review_idx on review_finding (dealership_id, review_id, id);
create index review_finding_action_idx on review_finding (dealership_id, action_id) where action_id is not null;

create table review_decision (
    dealership_id int         not null,
    id            uuid        not null,
    review_id     uuid        not null,
    words         text        not null,
    written_by    uuid        not null,
    written_at    timestamptz not null,
    version       int         not null,
    archived      boolean     not null default false,
    constraint review_decision_pkey primary key (dealership_id, id),
    constraint review_decision_review_fkey foreign key (dealership_id, review_id, archived)
        references weekly_review (dealership_id, id, archived) deferrable initially deferred,
    constraint review_decision_words_check check (words <> '')
);
create index review_decision_review_idx on review_decision (dealership_id, review_id, id);

-- The archive (R-117): the whole record as one text with its digest. Insert and select only.
create table review_archive (
    dealership_id int         not null,
    review_id     uuid        not null,
    content       text        not null,
    digest        text        not null,
    entry_id      uuid        not null,
    archived_by   uuid        not null,
    archived_at   timestamptz not null,
    constraint review_archive_pkey primary key (dealership_id, review_id),
    constraint review_archive_review_fkey foreign key (dealership_id, review_id) references weekly_review (dealership_id, id),
    constraint review_archive_entry_fkey foreign key (dealership_id, entry_id) references journal_entry (dealership_id, id)
);

comment on column review_archive.digest is 'SHA-256 of content in hexadecimal; the journal entry says the same';

-- What was added to an archived review: a correction with its reason. Insert and select only.
create table review_addendum (
    dealership_id int         not null,
    id            uuid        not null,
    review_id     uuid        not null,
    words         text        not null,
    reason        text        not null,
    written_by    uuid        not null,
    written_at    timestamptz not null,
    constraint review_addendum_pkey primary key (dealership_id, id),
    constraint review_addendum_archive_fkey foreign key (dealership_id, review_id)
        references review_archive (dealership_id, review_id),
    constraint review_addendum_words_check check (words <> '' and reason <> '')
);
create index review_addendum_review_idx on review_addendum (dealership_id, review_id, id);

-- That the managers were reminded of a week, once a stage.
create table review_reminder (
    dealership_id int         not null,
    week_start    date        not null,
    stage         text        not null,
    told_at       timestamptz not null,
    constraint review_reminder_pkey primary key (dealership_id, week_start, stage),
    constraint review_reminder_stage_check check (stage in ('FRIDAY', 'MONDAY'))
);

alter table weekly_review enable row level security;
create policy tenant on weekly_review to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
alter table review_participant enable row level security;
create policy tenant on review_participant to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
alter table review_note enable row level security;
create policy tenant on review_note to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
alter table review_finding enable row level security;
create policy tenant on review_finding to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
alter table review_decision enable row level security;
create policy tenant on review_decision to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
alter table review_archive enable row level security;
create policy tenant on review_archive to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
alter table review_addendum enable row level security;
create policy tenant on review_addendum to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
alter table review_reminder enable row level security;
create policy tenant on review_reminder to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));

-- Archived is archived (5, Archive): each row looks at itself only.
create function review_stays_archived() returns trigger language plpgsql as
$$
begin
    if old.archived then
        raise exception 'an archived review is never changed' using errcode = 'integrity_constraint_violation';
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    return new;
end
$$;
create trigger weekly_review_stays_archived before update or delete on weekly_review
    for each row execute function review_stays_archived();
create trigger review_participant_stays_archived before update or delete on review_participant
    for each row execute function review_stays_archived();
create trigger review_note_stays_archived before update or delete on review_note
    for each row execute function review_stays_archived();
create trigger review_finding_stays_archived before update or delete on review_finding
    for each row execute function review_stays_archived();
create trigger review_decision_stays_archived before update or delete on review_decision
    for each row execute function review_stays_archived();

-- The application opens reviews and writes their parts, never archived ones; the frozen reports it cannot change at all.
grant select on weekly_review to genjin_app;
grant insert (dealership_id, id, week_start, opened_by, opened_at, chair_id, version, reports) on weekly_review to genjin_app;
grant update (chair_id, version, archived) on weekly_review to genjin_app;
grant select, delete on review_participant to genjin_app;
grant insert (dealership_id, review_id, staff_id) on review_participant to genjin_app;
grant update (archived) on review_participant to genjin_app;
grant select on review_note to genjin_app;
grant insert (dealership_id, review_id, point, words, written_by, written_at, version) on review_note to genjin_app;
grant update (words, written_by, written_at, version, archived) on review_note to genjin_app;
grant select, delete on review_finding to genjin_app;
grant insert (dealership_id, id, review_id, defect, report, figure, proposal, rows_path, written_by, written_at, version)
    on review_finding to genjin_app;
grant update (defect, report, figure, written_by, written_at, version, action_id, no_action, archived)
    on review_finding to genjin_app;
grant select, delete on review_decision to genjin_app;
grant insert (dealership_id, id, review_id, words, written_by, written_at, version) on review_decision to genjin_app;
grant update (words, written_by, written_at, version, archived) on review_decision to genjin_app;
grant select, insert on review_archive to genjin_app;
grant select, insert on review_addendum to genjin_app;
grant select, insert on review_reminder to genjin_app;
