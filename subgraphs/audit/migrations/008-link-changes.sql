-- Changes of links, copied from the person index's log, so that accountings follow merged persons. All of it can be read again
-- from the log: delete the rows of link_change_progress to do so.
create table link_change_progress (
  tree_id     integer  primary key,
  -- Entries of the tree that were read.
  read_until  bigint   not null check (read_until >= 0)
);

-- Which pseudonym stands for another one now.
create table replaced_pseudonym (
  person       bytea  primary key,
  replaced_by  bytea  not null
);
create index replaced_pseudonym_survivor on replaced_pseudonym (replaced_by);

-- Changes by which records came from one person to another.
create table moving_change (
  link_change_id  uuid         primary key,
  kind            text         not null,
  changed_at      timestamptz  not null,
  -- [{system, from, to, since}], persons as pseudonyms in base64url.
  moves           jsonb        not null
);
