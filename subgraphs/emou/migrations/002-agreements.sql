-- The register as the whole procedure needs it: one append-only history for each agreement, and an index that can be
-- rebuilt from the histories at any time. What 001 kept was a register without histories of its agreements.
DROP TABLE register_event, approval, access_request;
DROP FUNCTION refuse_change_of_history();

-- Up to which instant the revision has counted the changes that time alone makes (silence, beginnings, ends).
ALTER TABLE register ADD COLUMN settled_at timestamptz NOT NULL DEFAULT '-infinity';
-- By which rules the index was written; other rules: it is rebuilt.
ALTER TABLE register ADD COLUMN index_rules text NOT NULL DEFAULT '';

CREATE TABLE agreement_event (
  -- The order in which everything happened.
  event_number bigint GENERATED ALWAYS AS IDENTITY,
  agreement_id uuid NOT NULL,
  -- From 1, without gaps: of two moves made on the same state the second cannot be stored, whatever the code believes.
  sequence integer NOT NULL CHECK (sequence >= 1),
  at timestamptz NOT NULL,
  actor_subject text NOT NULL,
  actor_agency text NOT NULL,
  actor_role text NOT NULL,
  actor_side text NOT NULL,
  why text NOT NULL,
  move jsonb NOT NULL,
  -- On moves that fix the terms: what the catalogue said of the dataset.
  dataset jsonb,
  -- Of the register, once the move was made.
  revision bigint NOT NULL,
  PRIMARY KEY (agreement_id, sequence)
);

-- One-off days on which the Governor or the President closes the offices.
CREATE TABLE proclaimed_day (
  day date PRIMARY KEY,
  name text NOT NULL,
  source text NOT NULL,
  proclaimed_at timestamptz NOT NULL,
  proclaimed_by text NOT NULL
);

-- History is added to, never changed: a mistaken statement fails instead of rewriting it.
CREATE FUNCTION refuse_change_of_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER agreement_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON agreement_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER proclaimed_day_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON proclaimed_day
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();

-- The index: what lists and figures are made of. One row for each agreement, as its last event left it.
CREATE TABLE agreement (
  agreement_id uuid PRIMARY KEY,
  sequence integer NOT NULL,
  requester text NOT NULL,
  owner text NOT NULL,
  dataset text NOT NULL,
  purpose text NOT NULL,
  drafted_at timestamptz NOT NULL,
  submitted_at timestamptz,
  -- The instant at which silence approves, and the business days that the owner has until then.
  due_at timestamptz,
  due_days integer,
  -- The owner's first answer, and the business days that it took.
  answered_at timestamptz,
  answer text,
  answer_days integer,
  disputed boolean NOT NULL,
  overturned boolean NOT NULL,
  reversed boolean NOT NULL,
  federally_approved boolean NOT NULL
);
CREATE INDEX agreement_newest ON agreement (drafted_at DESC, agreement_id DESC);
CREATE INDEX agreement_triple ON agreement (requester, dataset, purpose);
CREATE INDEX agreement_owner ON agreement (owner, submitted_at);

-- Where each agreement stands from instant to instant if nobody moves again: silence, beginnings and ends are true here
-- without anything having to run. The first phase of an agreement has no beginning, the last has no end.
CREATE TABLE agreement_phase (
  agreement_id uuid NOT NULL REFERENCES agreement ON DELETE CASCADE,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  status text NOT NULL,
  -- Whose move it is; null: nobody's.
  turn_agency text,
  -- When that move should have been made; null: there is no such time.
  turn_until timestamptz,
  granted boolean NOT NULL,
  in_force boolean NOT NULL,
  -- What gateways are told; valid_from null: nothing.
  valid_from timestamptz,
  valid_until timestamptz,
  roles text[],
  fields jsonb,
  -- Whether gateways are told something else than in the phase before.
  changes_access boolean NOT NULL,
  PRIMARY KEY (agreement_id, starts_at),
  CHECK ((valid_from IS NULL) = (valid_until IS NULL))
);
CREATE INDEX agreement_phase_turn ON agreement_phase (turn_agency, turn_until, agreement_id) WHERE turn_agency IS NOT NULL;
CREATE INDEX agreement_phase_access ON agreement_phase (ends_at) WHERE valid_from IS NOT NULL;
CREATE INDEX agreement_phase_changes ON agreement_phase (starts_at) WHERE changes_access;
