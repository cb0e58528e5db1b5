-- Looking a number up at the door is a look as well.
alter table access_record drop constraint access_record_look_check;
alter table access_record add constraint access_record_look_check check (look in ('REVEALED', 'DOWNLOADED', 'PRINTED', 'CHECKED'));
