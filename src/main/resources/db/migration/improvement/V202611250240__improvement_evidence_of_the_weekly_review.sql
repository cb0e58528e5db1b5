-- The three reports of R-114, the actions themselves and the one-to-ones are evidence too.
alter table improvement_action drop constraint improvement_action_report_check;
alter table improvement_action add constraint improvement_action_report_check
    check (report in ('DAILY', 'ACTUAL_VS_TARGET', 'CURRENT_VS_HISTORY', 'FUNNEL', 'H_LIST', 'QUALITY', 'ACTIONS', 'ONE_TO_ONE'));
