-- How far the index columns and postings of the ledger were compared with the entries. Two rows for each tree: `head` follows
-- the end of the log, `sweep` starts again from the first entry whenever it has reached the end.
create table index_check (
  tree_id       integer     not null,
  part          text        not null check (part in ('head', 'sweep')),
  through       bigint      not null default 0,
  -- Roots of the perfect subtrees so far (RFC 6962); null: entries were archived or are missing.
  peaks         bytea[]     default '{}',
  -- When this sweep began, and when the last one began that reached the end.
  started_at    timestamptz not null,
  compared_since timestamptz,
  rests_until   timestamptz not null default '-infinity',
  primary key (tree_id, part)
);

create table index_problem (
  tree_id     integer     not null,
  first_index bigint      not null,
  last_index  bigint      not null,
  what        text        not null,
  found_at    timestamptz not null,
  seen_at     timestamptz not null,
  -- When a sweep no longer found it. The row stays: that it was there is evidence.
  cleared_at  timestamptz,
  primary key (tree_id, first_index, what)
);
