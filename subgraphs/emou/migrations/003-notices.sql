-- The outbox: notices are written in the transaction of the move that they tell of, and sent from here at least once.

CREATE TABLE notice (
  -- Sent along, so that a receiver can tell a second delivery from a second notice.
  notice_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  agreement_id uuid NOT NULL,
  -- Last event of the agreement when the notice was written.
  sequence integer NOT NULL,
  kind text NOT NULL,
  -- To whom.
  agency text NOT NULL,
  -- Not to be sent before: notices of what time brings are written ahead, and taken back when somebody moves.
  at timestamptz NOT NULL,
  body jsonb NOT NULL,
  -- Its deliveries have been written.
  addressed boolean NOT NULL DEFAULT false,
  UNIQUE (agreement_id, kind, agency, at)
);
CREATE INDEX notice_waiting ON notice (at) WHERE NOT addressed;

CREATE TABLE notice_delivery (
  notice_id uuid NOT NULL REFERENCES notice,
  target text NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL,
  delivered_at timestamptz,
  -- After the last attempt: a dead letter, until somebody has it sent again.
  given_up_at timestamptz,
  last_failure text,
  PRIMARY KEY (notice_id, target)
);
CREATE INDEX notice_delivery_due ON notice_delivery (next_attempt_at) WHERE delivered_at IS NULL AND given_up_at IS NULL;
CREATE INDEX notice_delivery_dead ON notice_delivery (given_up_at) WHERE given_up_at IS NOT NULL;
