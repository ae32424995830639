SET LOCAL ROLE ledger_owner;

-- As in 005, but the writer names the sorts of its entries, and gives those in full that it has not recorded yet. It tells
-- the month in which it put the batch: entries that refer to others can see to it that both lie in one month, and go to
-- the archive together.
DROP FUNCTION ledger.append;
CREATE FUNCTION ledger.append(
  p_tree integer, p_token uuid, p_size bigint, p_root bytea, p_new_root bytea, p_note text,
  p_bodies bytea[], p_times timestamptz[], p_persons bytea[], p_requesters text[], p_sorts bigint[],
  p_new_sorts bigint[], p_new_kinds text[], p_new_agencies text[], p_new_datasets text[], p_new_approvals text[],
  p_tile_levels integer[], p_tile_indexes bigint[], p_tile_hashes bytea[], p_tile_roots bytea[]
) RETURNS date
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

  IF cardinality(p_new_sorts) > 0 THEN
    -- In one order, so that two trees with the same new sorts wait for each other instead of locking each other out.
    INSERT INTO ledger.entry_sort
    SELECT s.* FROM unnest(p_new_sorts, p_new_kinds, p_new_agencies, p_new_datasets, p_new_approvals) AS s(sort)
    ORDER BY s.sort
    ON CONFLICT DO NOTHING;
  END IF;

  -- Arrays unnested side by side as they are inserted: a function in FROM would have its rows, bodies and all, kept first.
  -- One that is shorter than the others leaves a NULL, which is refused.
  INSERT INTO ledger.entry (tree_id, leaf_index, month, recorded_at, body, person, requester, sort)
  SELECT p_tree, generate_series(p_size, v_tree.size - 1), v_tree.month, unnest(p_times), unnest(p_bodies),
         unnest(p_persons), unnest(p_requesters), unnest(p_sorts);

  IF cardinality(p_tile_levels) > 0 THEN
    INSERT INTO ledger.tile (tree_id, level, tile_index, hashes, root)
    SELECT p_tree, i.level, i.tile_index, i.hashes, i.root
    FROM unnest(p_tile_levels, p_tile_indexes, p_tile_hashes, p_tile_roots) AS i(level, tile_index, hashes, root);
  END IF;
  IF v_tree.kept_at = now() THEN
    INSERT INTO ledger.checkpoint (tree_id, size, root, note, kept_at)
    VALUES (p_tree, v_tree.size, p_new_root, p_note, now());
  END IF;
  RETURN v_tree.month;
END
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ledger FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger.append TO ledger_writer;
RESET ROLE;
