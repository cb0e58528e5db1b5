-- The second factor of a person: the secret of their authenticator, sealed, and the last step of time whose code was used.
create table second_factor (
    dealership_id int         not null,
    staff_id      uuid        not null,
    sealed_secret bytea,
    confirmed_at  timestamptz,
    last_step     bigint      not null,
    asked_at      timestamptz,
    constraint second_factor_pkey primary key (dealership_id, staff_id),
    constraint second_factor_staff_fkey foreign key (dealership_id, staff_id) references staff_member (dealership_id, id),
    constraint second_factor_confirmed_check check (confirmed_at is null or sealed_secret is not null)
);

comment on column second_factor.asked_at is 'when the person was first asked to set it up; the days of grace count from here';

alter table second_factor enable row level security;
create policy tenant on second_factor to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on second_factor to genjin_app;

-- Codes for the day on which the telephone is lost; only their hashes are kept, and a used one is gone.
create table recovery_code (
    dealership_id int   not null,
    staff_id      uuid  not null,
    code_hash     bytea not null,
    constraint recovery_code_pkey primary key (dealership_id, staff_id, code_hash),
    constraint recovery_code_staff_fkey foreign key (dealership_id, staff_id) references staff_member (dealership_id, id)
);

alter table recovery_code enable row level security;
create policy tenant on recovery_code to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, delete on recovery_code to genjin_app;

alter table sign_in_record drop constraint sign_in_record_what_check;
alter table sign_in_record add constraint sign_in_record_what_check
    check (what in ('SIGNED_IN', 'SIGNED_OUT', 'FAILED', 'LOCKED_OUT', 'CLOSED', 'PASSWORD_CHANGED', 'CODE_FAILED', 'RECOVERY_CODE_USED',
                    'FACTOR_SET_UP', 'FACTOR_ENDED', 'FACTOR_RESET'));
