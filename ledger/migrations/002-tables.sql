SET LOCAL ROLE ledger_owner;

-- One row per tree: its checkpoint, and who may extend it. The only row of the ledger that is ever updated, and only
-- by the functions of 004; see also the trigger in 003.
CREATE TABLE ledger.tree (
  tree_id     integer     GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  origin      text        NOT NULL UNIQUE,
  size        bigint      NOT NULL CHECK (size >= 0),
  root        bytea       NOT NULL CHECK (octet_length(root) = 32),
  note        text,
  month       date        NOT NULL,
  month_before date       NOT NULL, -- the month of the batch before: where they differ, a month begins
  kept_at     timestamptz NOT NULL DEFAULT '-infinity',
  lease_holder text       NOT NULL,
  lease_token uuid        NOT NULL,
  lease_ttl   interval    NOT NULL,
  lease_until timestamptz NOT NULL,
  CHECK (size = 0 OR note IS NOT NULL)
) WITH (fillfactor = 40); -- room for HOT updates: this row changes with every batch

-- The log. Only `body` is under the Merkle tree; the other columns are for finding entries and prove nothing.
-- `month` never falls along a tree, so a partition holds one unbroken range of every tree.
CREATE TABLE ledger.entry (
  tree_id     integer     NOT NULL,
  leaf_index  bigint      NOT NULL,
  month       date        NOT NULL,
  recorded_at timestamptz NOT NULL,
  body        bytea       NOT NULL CHECK (octet_length(body) BETWEEN 1 AND 65535), -- tlog-tiles: uint16 lengths
  kind        text COLLATE "C", -- compared byte by byte: half the cost of an index insert
  person      bytea,
  requester   text COLLATE "C",
  agency      text COLLATE "C",
  dataset     text COLLATE "C",
  approval    text COLLATE "C",
  PRIMARY KEY (tree_id, leaf_index, month)
) PARTITION BY RANGE (month);

-- Indexes are most of what an insert costs. A dataset has one agency: look for both.
CREATE INDEX entry_person    ON ledger.entry (person, recorded_at)          WHERE person IS NOT NULL;
CREATE INDEX entry_requester ON ledger.entry (requester, recorded_at)       WHERE requester IS NOT NULL;
CREATE INDEX entry_dataset   ON ledger.entry (agency, dataset, recorded_at) WHERE agency IS NOT NULL;
CREATE INDEX entry_approval  ON ledger.entry (approval, recorded_at)        WHERE approval IS NOT NULL;
CREATE INDEX entry_time      ON ledger.entry USING brin (recorded_at);

-- Full tiles of 256 hashes (https://c2sp.org/tlog-tiles), written when they fill: proofs without reading the log,
-- and roots that still verify when the entries of old months have gone to an archive.
CREATE TABLE ledger.tile (
  tree_id    integer NOT NULL REFERENCES ledger.tree,
  level      integer NOT NULL CHECK (level BETWEEN 0 AND 7),
  tile_index bigint  NOT NULL CHECK (tile_index >= 0),
  hashes     bytea   NOT NULL CHECK (octet_length(hashes) = 8192),
  root       bytea   NOT NULL CHECK (octet_length(root) = 32),
  PRIMARY KEY (tree_id, level, tile_index)
);
-- Hashes do not compress.
ALTER TABLE ledger.tile ALTER COLUMN hashes SET STORAGE EXTERNAL;

-- Checkpoints kept for good: the first batch after each full tile, and one a minute. They tell a verifier how far a
-- log was as signed.
CREATE TABLE ledger.checkpoint (
  tree_id integer     NOT NULL REFERENCES ledger.tree,
  size    bigint      NOT NULL,
  root    bytea       NOT NULL,
  note    text        NOT NULL,
  kept_at timestamptz NOT NULL,
  PRIMARY KEY (tree_id, size)
);

-- Where each month begins in each tree.
CREATE TABLE ledger.tree_month (
  tree_id     integer NOT NULL REFERENCES ledger.tree,
  month       date    NOT NULL,
  first_index bigint  NOT NULL,
  PRIMARY KEY (tree_id, month)
);

GRANT SELECT ON ledger.entry, ledger.tile, ledger.checkpoint, ledger.tree_month TO ledger_reader;
GRANT SELECT (tree_id, origin, size, root, note, month) ON ledger.tree TO ledger_reader;

RESET ROLE;
