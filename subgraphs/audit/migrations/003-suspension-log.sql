-- Entries of the suspensions' log that the table suspension holds. A change locks this row first.
create table suspension_log (
  only_row  boolean  primary key default true check (only_row),
  size      bigint   not null default 0 check (size >= 0)
);
insert into suspension_log default values;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are only added', tg_table_name;
end
$$;
create trigger suspension_append_only before update or delete or truncate on suspension
  for each statement execute function refuse_change();
