-- Photographs kept with a record; always JPEG, those about people sealed and bound to their row. Nothing changes one.
create table picture (
    dealership_id int         not null,
    id            uuid        not null,
    purpose       text        not null,
    width         int         not null,
    height        int         not null,
    content       bytea       not null,
    added_by      uuid        not null,
    added_at      timestamptz not null,
    constraint picture_pkey primary key (dealership_id, id),
    constraint picture_purpose_check check (purpose in ('CATALOGUE', 'LICENCE', 'DAMAGE', 'DELIVERY')),
    constraint picture_size_check check (width between 1 and 1920 and height between 1 and 1920)
);
-- Compressed already: stored beside the row, not tried again.
alter table picture alter column content set storage external;

alter table picture enable row level security;
create policy tenant on picture to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on picture to genjin_app;
