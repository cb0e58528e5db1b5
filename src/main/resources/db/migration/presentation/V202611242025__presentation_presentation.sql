-- Cars that were shown to customers; another walk is another row, and none is ever changed.
create table presentation (
    dealership_id int         not null,
    id            uuid        not null,
    prospect_id   uuid        not null,
    model_id      uuid        not null,
    model_name    text        not null,
    started_at    timestamptz not null,
    ended_at      timestamptz not null,
    questions     text,
    comparison_id uuid,
    rival         text,
    drive_offer   text        not null,
    was_there     boolean,
    recorded_by   uuid        not null,
    recorded_at   timestamptz not null,
    constraint presentation_pkey primary key (dealership_id, id),
    constraint presentation_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint presentation_model_fkey foreign key (dealership_id, model_id) references car_model (dealership_id, id),
    constraint presentation_comparison_fkey foreign key (dealership_id, comparison_id) references comparison (dealership_id, id),
    constraint presentation_by_fkey foreign key (dealership_id, recorded_by) references staff_member (dealership_id, id),
    constraint presentation_drive_check check (drive_offer in ('ACCEPTED', 'LATER', 'DECLINED', 'NOT_OFFERED')),
    constraint presentation_time_check check (started_at <= ended_at),
    constraint presentation_rival_check check ((comparison_id is null) = (rival is null))
);
create index presentation_of_prospect on presentation (dealership_id, prospect_id, started_at);

alter table presentation enable row level security;
create policy tenant on presentation to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on presentation to genjin_app;

-- From which positions a car was shown, and how the customer took it.
create table presentation_position (
    dealership_id   int  not null,
    presentation_id uuid not null,
    position        text not null,
    reaction        text not null,
    words           text,
    constraint presentation_position_pkey primary key (dealership_id, presentation_id, position),
    constraint presentation_position_presentation_fkey foreign key (dealership_id, presentation_id)
        references presentation (dealership_id, id),
    constraint presentation_position_position_check check (position in ('LEFT_FRONT', 'FRONT_ENGINE_BAY', 'PASSENGER_SIDE',
        'REAR_BOOT', 'REAR_SEATS', 'DRIVERS_SEAT')),
    constraint presentation_position_reaction_check check (reaction in ('LIKED', 'NEUTRAL', 'DISLIKED'))
);

alter table presentation_position enable row level security;
create policy tenant on presentation_position to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on presentation_position to genjin_app;
