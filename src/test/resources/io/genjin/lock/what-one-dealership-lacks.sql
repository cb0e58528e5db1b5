-- One record of every other kind in the dealership that has none, so that there is one to look for; nobody there reads it.
with staff as (
    select min(id::text)::uuid as one, max(id::text)::uuid as other from staff_member where dealership_id = :d
), customers as (
    select min(id::text)::uuid as one, max(id::text)::uuid as other from prospect where dealership_id = :d
), twins as (
    insert into duplicate_candidate (dealership_id, id, first_id, second_id, reasons, strength, status, found_at, seen_at)
    select :d, gen_random_uuid(), one, other, 'NAME_ALIKE', 50, 'OPEN', now(), now() from customers
), sheets as (
    insert into import_batch (dealership_id, id, file_name, file_hash, kind, status, plan, total_rows, done_rows, imported,
                              duplicates, refused, taken_back, uploaded_by, uploaded_at)
    select :d, gen_random_uuid(), '客户.csv', '\x00', 'CSV', 'TAKEN_BACK', '{}', 0, 0, 0, 0, 0, 0, one, now() from staff
), ranges as (
    insert into range_import (dealership_id, id, file_name, content, uploaded_by, uploaded_at)
    select :d, gen_random_uuid(), '车型.xlsx', '\x00', one, now() from staff
), events as (
    insert into campaign (dealership_id, id, kind, name, starts_on, ends_on, place, budget, cost, responsible_id, version,
                          changed_by, changed_at)
    select :d, gen_random_uuid(), 'FIELD_SALES', '外展', current_date, current_date, '广场', 1, 1, one, 1, one, now()
      from staff
    returning id
), guests as (
    insert into campaign_invitation (dealership_id, campaign_id, prospect_id, invited_by, invited_at)
    select :d, events.id, customers.one, staff.one, now() from events, customers, staff
), partners as (
    insert into co_seller (dealership_id, id, name, trade, mobile_sealed, mobile_hash, added_by, added_at)
    select :d, gen_random_uuid(), '高远', 'OTHER', '\x00', decode(md5(random()::text), 'hex'), one, now() from staff
    returning id
), introductions as (
    insert into introduction (dealership_id, id, co_seller_id, prospect_id, direction, promised, introducer_hash,
                              introduced_hash, recorded_by, introduced_at)
    select :d, gen_random_uuid(), partners.id, customers.other, 'TO_US', 100, '\x01', '\x02', staff.one, now()
      from partners, customers, staff
    returning id
), rewards as (
    insert into co_selling_reward (dealership_id, introduction_id, amount, state, looked_after_by, due_at)
    select :d, introductions.id, 100, 'DUE', staff.one, now() from introductions, staff
), disputes as (
    insert into ownership_conflict (dealership_id, id, prospect_id, claimant_a, claimant_b, source, opened_at, status,
                                    origin, evidence, decide_by)
    select :d, gen_random_uuid(), customers.one, staff.one, staff.other, 'CLAIM', now(), 'OPEN', 'NEGLECT', '证据', now()
      from customers, staff
)
insert into prospect_merge (dealership_id, id, survivor_id, absorbed_id, merged_by, merged_at, kept_sealed, undone_by,
                            undone_at)
select :d, gen_random_uuid(), customers.one, customers.other, staff.one, now(), '\x00', staff.one, now()
  from customers, staff;
