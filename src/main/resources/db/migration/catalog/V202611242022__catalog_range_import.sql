-- Range sheets that managers brought, as they came, and when each was taken over.
create table range_import (
    dealership_id int         not null,
    id            uuid        not null,
    file_name     text        not null,
    content       bytea       not null,
    uploaded_by   uuid        not null,
    uploaded_at   timestamptz not null,
    applied_by    uuid,
    applied_at    timestamptz,
    constraint range_import_pkey primary key (dealership_id, id),
    constraint range_import_dealership_fkey foreign key (dealership_id) references dealership (id),
    constraint range_import_uploaded_fkey foreign key (dealership_id, uploaded_by) references staff_member (dealership_id, id),
    constraint range_import_applied_fkey foreign key (dealership_id, applied_by) references staff_member (dealership_id, id),
    constraint range_import_applied_check check ((applied_at is null) = (applied_by is null))
);

alter table range_import enable row level security;
create policy tenant on range_import to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on range_import to genjin_app;
grant update (applied_by, applied_at) on range_import to genjin_app;
