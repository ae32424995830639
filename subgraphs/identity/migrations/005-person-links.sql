-- Links of persons to systems, as the log records them: each row is an entry of the index's own log. Rows name persons by
-- pseudonym and hold no numbers.
create table person_link_batch (
  person_link_batch_id  uuid        primary key,
  system                text        not null,
  -- Links that were new.
  links                 integer     not null check (links > 0),
  -- HMAC-SHA256 of the call's links, in hexadecimal.
  links_hmac            text        not null,
  -- Pseudonyms of the persons with a new number.
  persons               text[]      not null,
  -- The signed crosswalk file that they are from. The hash covers the signature, so nobody can find it by trying numbers.
  file_sha256           text,
  file_issued_at        timestamptz,
  file_signed_by        text,
  linked_by             text        not null check (linked_by <> ''),
  linked_at             timestamptz not null
);
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are only added', tg_table_name;
end
$$;
create trigger person_link_batch_append_only before update or delete or truncate on person_link_batch
  for each statement execute function refuse_change();

-- Entries of the log that the table holds. A change locks this row first.
create table register_log (
  only_row  boolean  primary key default true check (only_row),
  size      bigint   not null default 0 check (size >= 0)
);
insert into register_log default values;

-- Null: the number is older than the log, or was loaded.
alter table system_number add column person_link_batch_id uuid references person_link_batch;
