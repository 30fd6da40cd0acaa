-- Engineers no longer start processes: a second one for an order would mail a second link and jam the first. The rights that
-- remain are written at each start. The engine's tables are not there yet where the desk is new.
do $$
begin
    if to_regclass('act_ru_authorization') is not null then
        -- 8 is the engine's number for process instances.
        delete from act_ru_authorization where group_id_ = 'engineers' and resource_type_ = 8 and resource_id_ = '*';
    end if;
end $$;
