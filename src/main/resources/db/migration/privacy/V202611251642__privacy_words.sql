-- The seals hold digests of the words now. What was sealed before is sealed anew.
delete from audit_block;

-- At whose data somebody looked stands in prospect_id; what was looked at is a code, never a name, for the record outlives an erasure.
alter table access_record add constraint access_record_what_check
    check (prospect_id is null or what ~ '^[A-Za-z][A-Za-z-]*( [0-9a-f-]{36})?$') not valid;
