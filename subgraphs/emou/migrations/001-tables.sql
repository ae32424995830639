-- The register of the agreement: requests for access, approvals, and every move that made them.

-- One row. Whoever changes the register locks it first, so changes happen one after another and the revision, which
-- grows by one whenever what is approved changes, orders them.
CREATE TABLE register (
  the_only boolean PRIMARY KEY DEFAULT true CHECK (the_only),
  revision bigint NOT NULL DEFAULT 0
);
INSERT INTO register DEFAULT VALUES;

CREATE TABLE access_request (
  request_id uuid PRIMARY KEY,
  requesting_agency text NOT NULL,
  dataset text NOT NULL,
  purpose text NOT NULL,
  justification text NOT NULL,
  legal_basis text NOT NULL,
  status text NOT NULL CHECK (status IN ('SUBMITTED', 'APPROVED')),
  submitted_at timestamptz NOT NULL,
  submitted_by text NOT NULL
);
-- At most one open request for the same thing, whatever the code above believes.
CREATE UNIQUE INDEX access_request_open ON access_request (requesting_agency, dataset, purpose)
  WHERE status = 'SUBMITTED';
CREATE INDEX access_request_newest ON access_request (submitted_at DESC, request_id);

CREATE TABLE approval (
  approval_id uuid PRIMARY KEY,
  -- Null: agreed before the register was opened.
  request_id uuid UNIQUE REFERENCES access_request,
  requesting_agency text NOT NULL,
  dataset text NOT NULL,
  purpose text NOT NULL,
  -- Null: any role of the agency.
  roles text[] CHECK (cardinality(roles) > 0),
  legal_basis text NOT NULL,
  approved_at timestamptz NOT NULL,
  -- In force from valid_from (inclusive) to valid_until (exclusive), unless revoked.
  valid_from timestamptz NOT NULL,
  valid_until timestamptz NOT NULL CHECK (valid_until > valid_from),
  revoked_at timestamptz,
  revoked_because text,
  CHECK ((revoked_at IS NULL) = (revoked_because IS NULL))
);
CREATE INDEX approval_newest ON approval (approved_at DESC, approval_id);
CREATE INDEX approval_triple ON approval (requesting_agency, dataset, purpose) WHERE revoked_at IS NULL;

-- What happened, by whom, why; the tables above can be rebuilt from it.
CREATE TABLE register_event (
  event_number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- Revision of the register after the change that the event is part of.
  revision bigint NOT NULL,
  kind text NOT NULL CHECK (kind IN ('ACCESS_REQUESTED', 'REQUEST_APPROVED', 'APPROVAL_REVOKED', 'APPROVAL_SEEDED')),
  happened_at timestamptz NOT NULL,
  actor_subject text NOT NULL,
  actor_agency text NOT NULL,
  actor_roles text[] NOT NULL,
  request_id uuid REFERENCES access_request,
  approval_id uuid REFERENCES approval,
  details jsonb NOT NULL,
  CHECK (request_id IS NOT NULL OR approval_id IS NOT NULL)
);
CREATE INDEX register_event_request ON register_event (request_id, event_number);
CREATE INDEX register_event_approval ON register_event (approval_id, event_number);

-- History is added to, never changed: a mistaken statement fails instead of rewriting it.
CREATE FUNCTION refuse_change_of_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'register_event is append-only';
END $$;
CREATE TRIGGER register_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON register_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
