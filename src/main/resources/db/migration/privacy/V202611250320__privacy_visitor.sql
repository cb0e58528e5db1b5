-- Whoever looks from outside is nobody of the staff: HQ, or the general manager of another dealership of the group.
alter table access_record alter column staff_id drop not null;
alter table access_record add column visitor text;
alter table access_record add constraint access_record_who_check check ((staff_id is null) <> (visitor is null));
alter table access_record drop constraint access_record_look_check;
alter table access_record add constraint access_record_look_check
    check (look in ('REVEALED', 'DOWNLOADED', 'PRINTED', 'CHECKED', 'UNLOCKED', 'OPENED'));
