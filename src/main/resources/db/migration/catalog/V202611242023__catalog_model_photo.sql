-- What a model looks like; of several photographs the newest counts.
create table model_photo (
    dealership_id int         not null,
    photo_id      uuid        not null,
    model_id      uuid        not null,
    added_by      uuid        not null,
    added_at      timestamptz not null,
    constraint model_photo_pkey primary key (dealership_id, photo_id),
    constraint model_photo_photo_fkey foreign key (dealership_id, photo_id) references picture (dealership_id, id),
    constraint model_photo_model_fkey foreign key (dealership_id, model_id) references car_model (dealership_id, id),
    constraint model_photo_by_fkey foreign key (dealership_id, added_by) references staff_member (dealership_id, id)
);
create index model_photo_of_model on model_photo (dealership_id, model_id, added_at);

alter table model_photo enable row level security;
create policy tenant on model_photo to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on model_photo to genjin_app;
