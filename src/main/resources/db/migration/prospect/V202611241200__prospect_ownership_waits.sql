-- A lead that is taken back waits again: whether it does, from a change of owner on. The clocks share their hours by it.
alter table ownership_change add column waits boolean not null default false;

comment on column ownership_change.waits is 'the new owner answers for the lead only until a consultant does';
