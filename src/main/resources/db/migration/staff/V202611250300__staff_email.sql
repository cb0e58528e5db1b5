-- Where a person gets e-mail from Genjin, if they want any; given by themselves.
alter table staff_member add column email text;
alter table staff_member add constraint staff_member_email_check
    check (length(email) <= 254 and email ~ '^[!-?A-~]+@[!-?A-~]+$');
comment on column staff_member.email is 'the domain in its ASCII form; nothing while the person gave none';
