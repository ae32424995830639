-- Systems that decide access (emou, audit) keep what they decide in trees of their own, as entries of the kind
-- 'administration', and must read them back. The role may read entries of this kind and no others: the log of
-- disclosures stays closed to it.
DO $$
BEGIN
  CREATE ROLE ledger_administration NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  RAISE DEBUG 'role ledger_administration exists';
END
$$;
GRANT USAGE ON SCHEMA ledger TO ledger_administration;
SET LOCAL ROLE ledger_owner;

-- Entries of this kind are needed for as long as the register exists, so they stay here when their month is archived.
CREATE TABLE ledger.kept_administration (
  tree_id    integer NOT NULL REFERENCES ledger.tree,
  leaf_index bigint  NOT NULL,
  body       bytea   NOT NULL,
  PRIMARY KEY (tree_id, leaf_index)
);
SELECT ledger.make_append_only('ledger.kept_administration');
GRANT SELECT ON ledger.kept_administration TO ledger_reader;

CREATE FUNCTION ledger.administration_head(p_origin text) RETURNS TABLE (size bigint, root bytea, note text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t.size, t.root, t.note FROM ledger.tree t WHERE t.origin = p_origin
$$;

-- The entries from p_from on, at most p_limit of them, in their order. One that is missing is for the reader to notice.
CREATE FUNCTION ledger.administration_entries(p_origin text, p_from bigint, p_limit integer)
RETURNS TABLE (leaf_index bigint, body bytea)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  v_tree integer := (SELECT t.tree_id FROM ledger.tree t WHERE t.origin = p_origin);
BEGIN
  RETURN QUERY
    SELECT found.leaf_index, found.body FROM (
      SELECT e.leaf_index, e.body FROM ledger.entry e
      WHERE e.tree_id = v_tree AND e.leaf_index >= p_from AND e.leaf_index < p_from + p_limit
        AND EXISTS (SELECT FROM ledger.entry_sort s WHERE s.sort = e.sort AND s.kind = 'administration')
      UNION ALL
      SELECT k.leaf_index, k.body FROM ledger.kept_administration k
      WHERE k.tree_id = v_tree AND k.leaf_index >= p_from AND k.leaf_index < p_from + p_limit
    ) AS found
    ORDER BY found.leaf_index LIMIT p_limit;
END
$$;

-- As in 006, but entries of administration are kept.
CREATE OR REPLACE FUNCTION ledger.detach_month(p_month date) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_name text := 'entry_' || to_char(p_month, 'YYYY_MM');
BEGIN
  -- The leaves of an unfinished tile are read at start-up.
  IF EXISTS (SELECT FROM ledger.entry e JOIN ledger.tree t USING (tree_id)
             WHERE e.month = p_month AND e.leaf_index >= t.size - t.size % 256) THEN
    RAISE EXCEPTION 'month % holds the end of a tree', p_month USING ERRCODE = 'LE010';
  END IF;
  IF p_month + interval '1 month' > now() - interval '7 years' THEN
    RAISE EXCEPTION 'month % is younger than seven years', p_month USING ERRCODE = 'LE011';
  END IF;
  INSERT INTO ledger.kept_administration (tree_id, leaf_index, body)
  SELECT e.tree_id, e.leaf_index, e.body FROM ledger.entry e JOIN ledger.entry_sort s USING (sort)
  WHERE e.month = p_month AND s.kind = 'administration'
  ON CONFLICT DO NOTHING;
  EXECUTE format('ALTER TABLE ledger.entry DETACH PARTITION ledger.%I', v_name);
  RETURN 'ledger.' || v_name;
END
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ledger FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger.administration_head, ledger.administration_entries TO ledger_administration;
RESET ROLE;
