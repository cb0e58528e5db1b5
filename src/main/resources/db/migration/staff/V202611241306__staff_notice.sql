-- From the day on which notice was given a person takes nothing out of the house any more.
alter table staff_member add column notice_given_on date;
comment on column staff_member.notice_given_on is 'from this day on no numbers in full, no prints, no downloads; nothing while nobody gave notice';
