SET LOCAL ROLE ledger_owner;

-- Look-ups cost as little as they can when entries are appended. What kind of entry it is, and of which agency, datasets
-- and approvals, is the same for thousands of entries: each combination is kept once, and entries name it by a hash of
-- 8 bytes. Two combinations with one hash would hide entries from look-ups (never from the log): with 100,000
-- combinations the odds are 1 to 3 billion.
CREATE TABLE ledger.entry_sort (
  sort     bigint PRIMARY KEY,
  kind     text COLLATE "C",
  agency   text COLLATE "C",
  dataset  text COLLATE "C",
  approval text COLLATE "C"
);
SELECT ledger.make_append_only('ledger.entry_sort');
GRANT SELECT ON ledger.entry_sort TO ledger_reader;

ALTER TABLE ledger.entry ADD COLUMN sort bigint;
-- Entries from before get their hash too. These columns are not under the Merkle tree: no proof is touched.
DO $$
DECLARE
  v_partition regclass;
BEGIN
  INSERT INTO ledger.entry_sort
    SELECT DISTINCT hash_record_extended(ROW(kind, agency, dataset, approval), 0), kind, agency, dataset, approval FROM ledger.entry;
  FOR v_partition IN SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = 'ledger.entry'::regclass LOOP
    EXECUTE format('ALTER TABLE %s DISABLE TRIGGER append_only', v_partition);
    EXECUTE format('UPDATE %s SET sort = hash_record_extended(ROW(kind, agency, dataset, approval), 0)', v_partition);
    EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER append_only', v_partition);
  END LOOP;
END
$$;

DROP INDEX ledger.entry_dataset, ledger.entry_approval, ledger.entry_time;
ALTER TABLE ledger.entry
  DROP COLUMN kind, DROP COLUMN agency, DROP COLUMN dataset, DROP COLUMN approval, ALTER COLUMN sort SET NOT NULL;
-- To compress a body of 4 KB costs more than all the rest of appending it.
ALTER TABLE ledger.entry ALTER COLUMN body SET STORAGE EXTERNAL;
CREATE INDEX entry_sort_at ON ledger.entry (sort, recorded_at);
-- Entries come in the order of their time: an insert at the right edge, and what is newest without a sort.
CREATE INDEX entry_time ON ledger.entry (recorded_at);

-- A partition for one month. Attached rather than created in place: readers are not locked out.
CREATE OR REPLACE FUNCTION ledger.ensure_month(p_month date) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_name text := 'entry_' || to_char(p_month, 'YYYY_MM');
BEGIN
  -- Two trees may come to a new month at once. Released when the batch commits.
  PERFORM pg_advisory_xact_lock(hashtext('ledger.ensure_month'));
  IF to_regclass('ledger.' || v_name) IS NOT NULL THEN
    RETURN;
  END IF;
  -- Bodies up to the size of a page stay in their row.
  EXECUTE format('CREATE TABLE ledger.%I (LIKE ledger.entry INCLUDING ALL) WITH (toast_tuple_target = 8160)', v_name);
  EXECUTE format('ALTER TABLE ledger.entry ATTACH PARTITION ledger.%I FOR VALUES FROM (%L) TO (%L)',
                 v_name, p_month, (p_month + interval '1 month')::date);
  PERFORM ledger.make_append_only(format('ledger.%I', v_name)::regclass);
END
$$;

-- As in 004, but for the insert of the entries.
CREATE OR REPLACE FUNCTION ledger.append(
  p_tree integer, p_token uuid, p_size bigint, p_root bytea, p_new_root bytea, p_note text,
  p_bodies bytea[], p_times timestamptz[], p_kinds text[], p_persons bytea[],
  p_requesters text[], p_agencies text[], p_datasets text[], p_approvals text[],
  p_tile_levels integer[], p_tile_indexes bigint[], p_tile_hashes bytea[], p_tile_roots bytea[]
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_tree  ledger.tree;
  v_count integer := cardinality(p_bodies);
BEGIN
  -- The month of the batch: that of its last entry, but never ahead of this server's clock (a gateway clock set to the
  -- year 2099 must not carry the tree there) and never behind the tree (clocks step backwards).
  UPDATE ledger.tree SET
    size = p_size + v_count, root = p_new_root, note = p_note, lease_until = clock_timestamp() + lease_ttl,
    month_before = month,
    month = greatest(month, date_trunc('month', least(p_times[v_count], now()) AT TIME ZONE 'UTC')::date),
    kept_at = CASE WHEN cardinality(p_tile_levels) > 0 OR kept_at < now() - interval '1 minute'
                   THEN now() ELSE kept_at END
  WHERE tree_id = p_tree AND lease_token = p_token AND size = p_size AND root = p_root AND v_count > 0
  RETURNING * INTO v_tree;
  IF NOT FOUND THEN
    PERFORM ledger.explain_refusal(p_tree, p_token, p_size);
  END IF;

  IF v_tree.month <> v_tree.month_before THEN
    PERFORM ledger.ensure_month(v_tree.month);
    INSERT INTO ledger.tree_month (tree_id, month, first_index) VALUES (p_tree, v_tree.month, p_size);
  END IF;

  WITH batch AS MATERIALIZED (
    SELECT e.*, hash_record_extended(ROW(e.kind, e.agency, e.dataset, e.approval), 0) AS sort
    FROM unnest(p_bodies, p_times, p_kinds, p_persons, p_requesters, p_agencies, p_datasets, p_approvals)
         WITH ORDINALITY AS e(body, recorded_at, kind, person, requester, agency, dataset, approval, n)
  ), new_sorts AS (
    -- In one order, so that two trees with the same new sorts wait for each other instead of locking each other out.
    INSERT INTO ledger.entry_sort
    SELECT DISTINCT ON (b.sort) b.sort, b.kind, b.agency, b.dataset, b.approval FROM batch b
    WHERE NOT EXISTS (SELECT FROM ledger.entry_sort s WHERE s.sort = b.sort)
    ORDER BY b.sort
    ON CONFLICT DO NOTHING
  )
  INSERT INTO ledger.entry (tree_id, leaf_index, month, recorded_at, body, person, requester, sort)
  SELECT p_tree, p_size + b.n - 1, v_tree.month, b.recorded_at, b.body, b.person, b.requester, b.sort FROM batch b;

  IF cardinality(p_tile_levels) > 0 THEN
    INSERT INTO ledger.tile (tree_id, level, tile_index, hashes, root)
    SELECT p_tree, i.level, i.tile_index, i.hashes, i.root
    FROM unnest(p_tile_levels, p_tile_indexes, p_tile_hashes, p_tile_roots) AS i(level, tile_index, hashes, root);
  END IF;
  IF v_tree.kept_at = now() THEN
    INSERT INTO ledger.checkpoint (tree_id, size, root, note, kept_at)
    VALUES (p_tree, v_tree.size, p_new_root, p_note, now());
  END IF;
END
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ledger FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger.append TO ledger_writer;
RESET ROLE;
