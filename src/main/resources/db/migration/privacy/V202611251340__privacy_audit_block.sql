-- The records of what happened, of looks and of the door, sealed block after block: each holds what the one before it held.
create table audit_block (
    dealership_id int         not null,
    record        text        not null,
    no            int         not null,
    last_id       uuid        not null,
    entries       int         not null,
    prints        bytea       not null,
    hash          bytea       not null,
    seal          bytea       not null,
    sealed_at     timestamptz not null,
    constraint audit_block_pkey primary key (dealership_id, record, no),
    constraint audit_block_dealership_fkey foreign key (dealership_id) references dealership (id),
    constraint audit_block_record_check check (record in ('JOURNAL', 'LOOKS', 'DOOR')),
    constraint audit_block_prints_check check (octet_length(prints) = entries * 24)
);

comment on column audit_block.prints is 'of each entry its id and the first eight bytes of its hash, by which a changed, missing or added one is named';
comment on column audit_block.seal is 'of the hash, under a key that lies outside the database';

alter table audit_block enable row level security;
create policy tenant on audit_block to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on audit_block to genjin_app;
