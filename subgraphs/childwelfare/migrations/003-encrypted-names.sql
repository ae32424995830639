-- Names and birth dates are encrypted, with keys from outside the database (docs/encryption-at-rest.md). SQL cannot encrypt
-- rows that are here already.
do $$
begin
  if exists (select from child) then
    raise exception using errcode = 'P3600', message =
      'The database of childwelfare contains names in clear text, from an earlier version. Nothing was changed. Load the records '
      'again into an empty database. A local system: start it with --fresh.';
  end if;
end
$$;

create table encryption_key (
  generation   integer      primary key check (generation > 0),
  wrapped_by   text         not null,
  data_key     bytea        not null,
  token_key    bytea        not null,
  writes_from  timestamptz  not null
);

alter table child
  drop column given_name, drop column family_name, drop column birth_date, drop column reporter,
  -- Name and birth date as this system wrote them down, which may be wrong, and who made the report. Null: it has none.
  add column personal bytea,
  add column key_generation integer references encryption_key,
  add check ((personal is null) = (key_generation is null));
