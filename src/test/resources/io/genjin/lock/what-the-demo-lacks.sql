-- One record of every kind of which the demo's past leaves none behind in either dealership.
with staff as (
    select min(id::text)::uuid as one, max(id::text)::uuid as other from staff_member where dealership_id = :d
), handed as (
    insert into handover (dealership_id, id, leaver_id, planned_by, planned_at, finished_at)
    select :d, gen_random_uuid(), one, other, now(), now() from staff
), skills as (
    insert into skill_card (dealership_id, id, kind, title, goal, steps, phrases, pitfalls, retired, changed_by, changed_at,
                            version)
    select :d, gen_random_uuid(), 'TEST_DRIVE', '试驾', '目标', '步骤', '话术', '误区', false, one, now(), 1 from staff
), letters as (
    insert into subscription (dealership_id, id, subscriber_id, page, every, at_time, open_days_only, language, since,
                              settled, version)
    select :d, gen_random_uuid(), id, 'DAILY_REPORT', 'DAY', '18:00', false, 'ZH', now(), now(), 1
      from staff_member
     where dealership_id = :d
), exports as (
    insert into export_request (dealership_id, id, staff_id, day, customers, reason, asked_at)
    select :d, gen_random_uuid(), one, current_date, 10, '车展邀请', now() from staff
)
insert into test_drive_loan (dealership_id, id, car_id, purpose, note, borrower_id, from_at, to_at, applied_by,
                             applied_at, status)
select :d, gen_random_uuid(), (select min(id::text)::uuid from test_drive_car where dealership_id = :d), 'EVENT',
       '外展', one, now() + interval '30 days', now() + interval '31 days', other, now(), 'APPLIED'
  from staff;
