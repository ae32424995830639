SET LOCAL ROLE ledger_owner;

-- As in 004, but found by the index whatever the planner believes of the table: a join with the tree's row, or an
-- estimate, made it read the whole log once that had grown, and a writer could not open its tree in time. The limits are
-- more than there can be: what lies beyond the head is noticed.
CREATE OR REPLACE FUNCTION ledger.tail_entries(p_tree integer) RETURNS TABLE (leaf_index bigint, body bytea)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  v_size bigint := (SELECT size FROM ledger.tree WHERE tree_id = p_tree);
BEGIN
  RETURN QUERY
    SELECT e.leaf_index, e.body FROM ledger.entry e
    WHERE e.tree_id = p_tree AND e.leaf_index >= v_size - v_size % 256
    ORDER BY e.leaf_index LIMIT 512;
END
$$;

CREATE OR REPLACE FUNCTION ledger.tail_tiles(p_tree integer) RETURNS TABLE (level integer, tile_index bigint, root bytea)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  v_full bigint := (SELECT size FROM ledger.tree WHERE tree_id = p_tree);
BEGIN
  FOR v_level IN 0..6 LOOP
    v_full := v_full >> 8;
    RETURN QUERY
      SELECT i.level, i.tile_index, i.root FROM ledger.tile i
      WHERE i.tree_id = p_tree AND i.level = v_level AND i.tile_index >= v_full - v_full % 256
      ORDER BY i.tile_index LIMIT 512;
  END LOOP;
END
$$;

RESET ROLE;
