-- Three roles, none of which can log in. People and programs get their own logins, made members of the writer or the
-- reader; nobody is made a member of the owner.
-- Roles belong to the whole server, so another ledger database may have made them already, even just now.
DO $$
DECLARE
  v_role text;
BEGIN
  FOREACH v_role IN ARRAY ARRAY['ledger_owner', 'ledger_writer', 'ledger_reader'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN', v_role);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      RAISE DEBUG 'role % exists', v_role;
    END;
  END LOOP;
END
$$;

CREATE SCHEMA ledger AUTHORIZATION ledger_owner;
GRANT USAGE ON SCHEMA ledger TO ledger_writer, ledger_reader;
