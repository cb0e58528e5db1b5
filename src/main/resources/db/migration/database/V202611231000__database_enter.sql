-- Every transaction begins by entering one dealership; `set local` ends with it, and reaches the shards of Citus too.
create function enter(dealership int) returns void language plpgsql as
$$ begin execute format('set local genjin.dealership = %L', dealership); end $$;
revoke execute on function enter(int) from public;
grant execute on function enter(int) to genjin_app;
