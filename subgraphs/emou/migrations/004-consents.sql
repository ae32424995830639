-- Consents of persons to the disclosure of their records, with the elements of 42 CFR 2.31(a). Rows are added, and
-- revoked once; nothing else of them changes.
CREATE TABLE consent (
  consent_id uuid PRIMARY KEY,
  -- The state-wide id of the person whose records they are.
  person_id text NOT NULL,
  discloser text NOT NULL,
  recipient text NOT NULL,
  datasets text[] NOT NULL CHECK (cardinality(datasets) > 0),
  purpose text NOT NULL,
  -- How much and what kind of information, in the words of the consent.
  description text NOT NULL,
  signed_by text NOT NULL,
  given_on date NOT NULL,
  -- The last day on which it holds.
  expires_on date NOT NULL CHECK (expires_on >= given_on),
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  recorded_for text NOT NULL,
  revoked_at timestamptz,
  revoked_by text,
  revoked_because text,
  CHECK ((revoked_at IS NULL) = (revoked_by IS NULL) AND (revoked_at IS NULL) = (revoked_because IS NULL))
);
CREATE INDEX consent_of_person ON consent (person_id, recipient, purpose) WHERE revoked_at IS NULL;
CREATE INDEX consent_newest ON consent (recorded_at DESC, consent_id);

CREATE FUNCTION refuse_change_of_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.revoked_at IS NULL
    AND (to_jsonb(OLD) - '{revoked_at,revoked_by,revoked_because}'::text[])
      = (to_jsonb(NEW) - '{revoked_at,revoked_by,revoked_because}'::text[]) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a consent is only ever revoked, once';
END $$;
CREATE TRIGGER consent_kept BEFORE UPDATE OR DELETE ON consent FOR EACH ROW EXECUTE FUNCTION refuse_change_of_consent();
