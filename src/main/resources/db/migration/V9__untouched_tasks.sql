-- Since this version a task has no variable unless its row says that it was changed: see SparedReads. The engine's tables are
-- not there yet where the desk is new.
do $$
begin
    if to_regclass('act_ru_variable') is not null then
        delete from act_ru_variable where task_id_ is not null and name_ = 'order';
        update act_ru_task set last_updated_ = create_time_
        where last_updated_ is null and id_ in (select task_id_ from act_ru_variable);
    end if;
end $$;
