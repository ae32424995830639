SET LOCAL ROLE ledger_owner;

-- As in 003, but nothing younger than seven years goes to the archive.
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
  EXECUTE format('ALTER TABLE ledger.entry DETACH PARTITION ledger.%I', v_name);
  RETURN 'ledger.' || v_name;
END
$$;

RESET ROLE;
