SET LOCAL ROLE ledger_owner;

-- Look-ups by requester and by sort, block by block: when a block of 4,096 entries is full, a row for each requester and
-- each sort in it says where their entries are. So an entry costs an insert into three indexes instead of five, and what is
-- left is done beside the appending. Entries of blocks without postings are read through (ledger.unposted).
-- Not under the Merkle tree, as the columns of entries: for finding, and proving nothing.
CREATE TABLE ledger.posting (
  key      text COLLATE "C" NOT NULL, -- 'requester:' and the requester, or 'sort:' and the sort
  month    date        NOT NULL,      -- the partition of these entries
  tree_id  integer     NOT NULL,
  block    bigint      NOT NULL,      -- leaf_index / 4096
  first_at timestamptz NOT NULL,      -- least and greatest recorded_at of these entries
  last_at  timestamptz NOT NULL,
  places   smallint[]  NOT NULL       -- leaf_index % 4096
);
CREATE INDEX posting_key ON ledger.posting (key, last_at);

-- The blocks of each tree that have their postings: all of them, up to some block.
CREATE TABLE ledger.posted (
  tree_id integer NOT NULL REFERENCES ledger.tree,
  block   bigint  NOT NULL,
  PRIMARY KEY (tree_id, block)
);
SELECT ledger.make_append_only(t) FROM unnest(ARRAY['ledger.posting', 'ledger.posted']::regclass[]) AS t;

-- What follows on the last block with postings, for each tree: its first entry, that entry's month, and where it ends.
CREATE VIEW ledger.unposted AS
  SELECT t.tree_id, f.first_index, t.size,
    (SELECT max(m.month) FROM ledger.tree_month m WHERE m.tree_id = t.tree_id AND m.first_index <= f.first_index) AS month
  FROM ledger.tree t,
    LATERAL (SELECT coalesce(max(p.block) + 1, 0) << 12 AS first_index FROM ledger.posted p WHERE p.tree_id = t.tree_id) f
  WHERE f.first_index < t.size;

-- Writes the postings of a tree's next full block; false: there is none. Reads what is stored and needs no lease: whoever
-- calls it, and however often, each block is posted once.
CREATE FUNCTION ledger.post_block(p_tree integer) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_first bigint;
  v_month date;
BEGIN
  SELECT u.first_index, u.month INTO v_first, v_month FROM ledger.unposted u
  WHERE u.tree_id = p_tree AND u.size - u.first_index >= 4096;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  INSERT INTO ledger.posted (tree_id, block) VALUES (p_tree, v_first >> 12) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    RETURN true; -- by somebody else, meanwhile
  END IF;
  INSERT INTO ledger.posting (key, month, tree_id, block, first_at, last_at, places)
  SELECT coalesce('requester:' || e.requester, 'sort:' || e.sort), e.month, p_tree, v_first >> 12,
         min(e.recorded_at), max(e.recorded_at), array_agg((e.leaf_index - v_first)::smallint)
  FROM ledger.entry e
  WHERE e.tree_id = p_tree AND e.leaf_index >= v_first AND e.leaf_index < v_first + 4096 AND e.month >= v_month
  GROUP BY GROUPING SETS ((e.month, e.requester), (e.month, e.sort))
  HAVING e.requester IS NOT NULL OR e.sort IS NOT NULL;
  RETURN true;
END
$$;

-- Where the newest entries of any of these keys are, as far as there are postings: at least p_count of those recorded from
-- p_from on and before p_before, if there are so many, and all of those recorded at p_before. It gives others too.
CREATE FUNCTION ledger.places_of(p_keys text[], p_from timestamptz, p_before timestamptz, p_count integer)
RETURNS TABLE (tree_id integer, month date, leaf_index bigint)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  WITH newest AS MATERIALIZED (
    -- Each row has an entry recorded at its last_at: so many rows are enough for each key.
    SELECT p.* FROM unnest(p_keys) AS k(key), LATERAL (
      SELECT * FROM ledger.posting i WHERE i.key = k.key AND i.last_at >= p_from AND i.last_at < p_before
      ORDER BY i.last_at DESC FETCH FIRST p_count ROWS WITH TIES
    ) p
  ), counted AS (
    SELECT n.first_at, sum(cardinality(n.places)) OVER (ORDER BY n.first_at DESC) AS entries FROM newest n
  ), enough AS (
    -- Rows that begin at or after this hold as many: whatever ended before it is older than all of those.
    SELECT max(c.first_at) AS first_at FROM counted c WHERE c.entries >= p_count
  )
  SELECT f.tree_id, f.month, (f.block << 12) + place FROM (
    SELECT n.tree_id, n.month, n.block, n.places FROM newest n, enough
    WHERE n.last_at >= coalesce(enough.first_at, '-infinity')
    UNION ALL
    SELECT i.tree_id, i.month, i.block, i.places FROM ledger.posting i
    WHERE i.key = ANY (p_keys) AND i.last_at >= p_before AND i.first_at <= p_before
  ) f, unnest(f.places) AS place
$$;

-- A log of before gets its postings now: trees that nobody writes any more too.
DO $$
DECLARE
  v_tree integer;
BEGIN
  FOR v_tree IN SELECT tree_id FROM ledger.tree LOOP
    WHILE ledger.post_block(v_tree) LOOP
    END LOOP;
  END LOOP;
END
$$;
DROP INDEX ledger.entry_requester, ledger.entry_sort_at;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ledger FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger.post_block TO ledger_writer;
GRANT EXECUTE ON FUNCTION ledger.places_of TO ledger_reader;
GRANT SELECT ON ledger.posting, ledger.unposted TO ledger_reader;
RESET ROLE;
