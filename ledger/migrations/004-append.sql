SET LOCAL ROLE ledger_owner;

-- The writer's whole world. SECURITY DEFINER with a fixed search_path: the writer has no right on any table, and cannot
-- put objects of its own in the way of the names used here.
-- Errors: LE001 the lease is not (or no longer) this writer's; LE002 the tree is not as the writer believes;
-- LE003 the tree is leased to another.

-- Takes a tree (made when it is new). The same holder takes it back at once; another waits until the lease has run out.
-- The new token fences off whatever the last holder still has under way.
CREATE FUNCTION ledger.claim(p_origin text, p_holder text, p_token uuid, p_ttl interval)
RETURNS TABLE (tree_id integer, size bigint, root bytea, note text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
  INSERT INTO ledger.tree (origin, size, root, month, month_before, lease_holder, lease_token, lease_ttl, lease_until)
  VALUES (p_origin, 0, sha256(''), '1970-01-01', '1970-01-01', p_holder, p_token, p_ttl, '-infinity')
  ON CONFLICT (origin) DO NOTHING;
  RETURN QUERY
    UPDATE ledger.tree t
    SET lease_holder = p_holder, lease_token = p_token, lease_ttl = p_ttl, lease_until = clock_timestamp() + p_ttl
    WHERE t.origin = p_origin
      AND (t.lease_holder = p_holder OR t.lease_token = p_token OR t.lease_until < clock_timestamp())
    RETURNING t.tree_id, t.size, t.root, t.note;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'tree % is leased to another writer', p_origin USING ERRCODE = 'LE003';
  END IF;
END
$$;

-- Replaces the token: after this, nothing sent under the old one can be committed, and the head is final.
-- Safe to repeat when the answer was lost.
CREATE FUNCTION ledger.fence(p_tree integer, p_old_token uuid, p_new_token uuid)
RETURNS TABLE (size bigint, root bytea, note text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
    UPDATE ledger.tree t SET lease_token = p_new_token, lease_until = clock_timestamp() + t.lease_ttl
    WHERE t.tree_id = p_tree AND t.lease_token IN (p_old_token, p_new_token)
    RETURNING t.size, t.root, t.note;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'tree % has been taken by another writer', p_tree USING ERRCODE = 'LE001';
  END IF;
END
$$;

-- Keeps an idle tree leased (appending does so by itself).
CREATE FUNCTION ledger.renew(p_tree integer, p_token uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE ledger.tree SET lease_until = clock_timestamp() + lease_ttl WHERE tree_id = p_tree AND lease_token = p_token;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'tree % has been taken by another writer', p_tree USING ERRCODE = 'LE001';
  END IF;
END
$$;

-- Lets the tree go at a clean stop.
CREATE FUNCTION ledger.release(p_tree integer, p_token uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  UPDATE ledger.tree SET lease_until = '-infinity' WHERE tree_id = p_tree AND lease_token = p_token
$$;

-- What a writer needs to go on: the leaves of the unfinished tile ...
CREATE FUNCTION ledger.tail_entries(p_tree integer) RETURNS TABLE (leaf_index bigint, body bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT e.leaf_index, e.body
  FROM ledger.tree t JOIN ledger.entry e ON e.tree_id = t.tree_id AND e.leaf_index >= t.size - t.size % 256
  WHERE t.tree_id = p_tree
  ORDER BY e.leaf_index
$$;

-- ... and, level by level, the roots of the full tiles that are not yet part of a full tile above.
CREATE FUNCTION ledger.tail_tiles(p_tree integer) RETURNS TABLE (level integer, tile_index bigint, root bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT i.level, i.tile_index, i.root
  FROM ledger.tree t
  CROSS JOIN LATERAL (SELECT l AS level, t.size >> (8 * (l + 1)) AS full_tiles FROM generate_series(0, 6) l) f
  JOIN ledger.tile i ON i.tree_id = t.tree_id AND i.level = f.level
    AND i.tile_index >= f.full_tiles - f.full_tiles % 256
  WHERE t.tree_id = p_tree
  ORDER BY i.level, i.tile_index
$$;

-- Why a batch did not fit the tree's row. Always raises.
CREATE FUNCTION ledger.explain_refusal(p_tree integer, p_token uuid, p_size bigint) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_tree ledger.tree;
BEGIN
  SELECT * INTO v_tree FROM ledger.tree WHERE tree_id = p_tree;
  IF NOT FOUND OR v_tree.lease_token <> p_token THEN
    RAISE EXCEPTION 'tree % has been taken by another writer', p_tree USING ERRCODE = 'LE001';
  END IF;
  RAISE EXCEPTION 'tree % has % entries, not the % that the writer left', p_tree, v_tree.size, p_size
    USING ERRCODE = 'LE002';
END
$$;

-- One batch: compare-and-swap of the checkpoint and insert of the entries, all or nothing. The arrays run in parallel.
CREATE FUNCTION ledger.append(
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

  INSERT INTO ledger.entry
    (tree_id, leaf_index, month, recorded_at, body, kind, person, requester, agency, dataset, approval)
  SELECT p_tree, p_size + e.n - 1, v_tree.month, e.recorded_at, e.body, e.kind, e.person, e.requester, e.agency,
         e.dataset, e.approval
  FROM unnest(p_bodies, p_times, p_kinds, p_persons, p_requesters, p_agencies, p_datasets, p_approvals)
       WITH ORDINALITY AS e(body, recorded_at, kind, person, requester, agency, dataset, approval, n);

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
GRANT EXECUTE ON FUNCTION
  ledger.claim, ledger.fence, ledger.renew, ledger.release, ledger.tail_entries, ledger.tail_tiles, ledger.append
TO ledger_writer;
RESET ROLE;
