-- Names, birth dates, addresses and numbers are encrypted, with keys from outside the database, and found by keyed tokens
-- (docs/encryption-at-rest.md). SQL cannot encrypt rows that are here already.
do $$
begin
  if exists (select from person) or exists (select from household) then
    raise exception using errcode = 'P3600', message =
      'The database of identity contains persons in clear text, from an earlier version. Nothing was changed. Load them '
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

alter table household
  drop column street, drop column city, drop column state, drop column zip, drop column county, drop column county_fips,
  -- Street, city, state, ZIP code, county and its FIPS code.
  add column address bytea not null,
  add column key_generation integer not null references encryption_key;

alter table person
  drop column search_name, drop column given_name, drop column middle_name, drop column family_name, drop column suffix,
  drop column birth_date, drop column gender, drop column primary_language,
  -- Names, birth date, gender and language.
  add column personal bytea not null,
  add column key_generation integer not null references encryption_key;
drop function comparable_name;
drop extension unaccent;
drop extension pg_trgm;

-- What finds a person by name or birth date (search/searchKeys.ts). A person's tokens have the generation of the person.
create table person_search_token (
  token      bytea  not null,
  person_id  uuid   not null,
  primary key (token, person_id)
);

drop table system_number;
create table system_number (
  system text not null check (system ~ '^[a-z]{2,40}$'),
  -- Of the number, by which the person is found.
  token bytea not null check (length(token) = 16),
  person_id uuid not null references person,
  number bytea not null,
  is_current boolean not null default true,
  -- Null: the number is older than the log, or was loaded.
  person_link_batch_id uuid references person_link_batch,
  key_generation integer not null references encryption_key,
  primary key (system, token) include (person_id)
);
create unique index system_number_current on system_number (person_id, system) include (number) where is_current;
create index system_number_former on system_number (person_id) where not is_current;
