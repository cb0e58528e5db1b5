-- For data quality: whether the next step of a case is complete, and when the case was last changed.
create view prospect_quality with (security_invoker = true) as
    select dealership_id, id, status, owner_id, grade, next_date, next_reason, updated_at
      from prospect;
grant select on prospect_quality to genjin_app;

-- Cases whose number other cases have too, and how many have it; never which number. Cases found to be the same as another
-- are settled and do not count.
create view prospect_same_number with (security_invoker = true) as
    select p.dealership_id, p.id, p.owner_id, p.received_at, same.cases
      from prospect p
      join (select dealership_id, mobile_hash, count(*)::int as cases
              from prospect
             where status <> 'DUPLICATE'
             group by dealership_id, mobile_hash
            having count(*) > 1) same
        on same.dealership_id = p.dealership_id
       and same.mobile_hash = p.mobile_hash
     where p.status <> 'DUPLICATE';
grant select on prospect_same_number to genjin_app;
