SET LOCAL ROLE ledger_owner;

-- Refuses whatever is not an insert, for everyone: the owner, a superuser, a statement through a partition.
-- A superuser can still switch triggers off; what was changed then is found by the verifier.
CREATE FUNCTION ledger.refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'the ledger is append-only: % of %.% is refused', lower(TG_OP), TG_TABLE_SCHEMA, TG_TABLE_NAME
    USING ERRCODE = 'LE009';
END
$$;

-- The one row that changes: it may only grow, and stays the same tree.
CREATE FUNCTION ledger.refuse_rewind() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.tree_id <> OLD.tree_id OR NEW.origin <> OLD.origin OR NEW.size < OLD.size OR NEW.month < OLD.month
     OR (NEW.size = OLD.size AND (NEW.root <> OLD.root OR NEW.note IS DISTINCT FROM OLD.note)) THEN
    RAISE EXCEPTION 'the ledger is append-only: tree % cannot be rewound', OLD.tree_id USING ERRCODE = 'LE009';
  END IF;
  RETURN NEW;
END
$$;

-- Statement triggers fire for the table that is named; so every partition needs its own (ledger.ensure_month).
-- ALWAYS: also when session_replication_role says to skip triggers.
CREATE FUNCTION ledger.make_append_only(p_table regclass) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %s
                  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change()', p_table);
  EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER append_only', p_table);
END
$$;

SELECT ledger.make_append_only(t) FROM unnest(ARRAY[
  'ledger.entry', 'ledger.tile', 'ledger.checkpoint', 'ledger.tree_month']::regclass[]) AS t;

CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON ledger.tree
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER no_rewind BEFORE UPDATE ON ledger.tree
  FOR EACH ROW EXECUTE FUNCTION ledger.refuse_rewind();
ALTER TABLE ledger.tree ENABLE ALWAYS TRIGGER append_only;
ALTER TABLE ledger.tree ENABLE ALWAYS TRIGGER no_rewind;

-- A partition for one month. Attached rather than created in place: readers are not locked out.
CREATE FUNCTION ledger.ensure_month(p_month date) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_name text := 'entry_' || to_char(p_month, 'YYYY_MM');
BEGIN
  -- Two trees may come to a new month at once. Released when the batch commits.
  PERFORM pg_advisory_xact_lock(hashtext('ledger.ensure_month'));
  IF to_regclass('ledger.' || v_name) IS NOT NULL THEN
    RETURN;
  END IF;
  EXECUTE format('CREATE TABLE ledger.%I (LIKE ledger.entry INCLUDING ALL)', v_name);
  EXECUTE format('ALTER TABLE ledger.entry ATTACH PARTITION ledger.%I FOR VALUES FROM (%L) TO (%L)',
                 v_name, p_month, (p_month + interval '1 month')::date);
  PERFORM ledger.make_append_only(format('ledger.%I', v_name)::regclass);
END
$$;

-- For the archive, by a database administrator, after the month has been exported. Tiles stay, so the rest of the
-- log, and the exported month, still verify. The table is left for the administrator to drop.
CREATE FUNCTION ledger.detach_month(p_month date) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_name text := 'entry_' || to_char(p_month, 'YYYY_MM');
BEGIN
  -- The leaves of an unfinished tile are read at start-up.
  IF EXISTS (SELECT FROM ledger.entry e JOIN ledger.tree t USING (tree_id)
             WHERE e.month = p_month AND e.leaf_index >= t.size - t.size % 256) THEN
    RAISE EXCEPTION 'month % holds the end of a tree', p_month USING ERRCODE = 'LE010';
  END IF;
  EXECUTE format('ALTER TABLE ledger.entry DETACH PARTITION ledger.%I', v_name);
  RETURN 'ledger.' || v_name;
END
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ledger FROM PUBLIC;
RESET ROLE;
