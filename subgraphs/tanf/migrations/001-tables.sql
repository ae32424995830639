CREATE TABLE tanf_case (
  case_number text PRIMARY KEY,
  status text NOT NULL,
  payee_client_id text NOT NULL,
  child_only boolean NOT NULL,
  approval_date date NOT NULL,
  certification_end date NOT NULL,
  redetermination_due date NOT NULL,
  unit_size integer NOT NULL,
  office text NOT NULL,
  grant_amount integer NOT NULL,
  payment_level integer NOT NULL,
  last_payment_date date
);

CREATE TABLE client (
  client_id text PRIMARY KEY,
  case_number text NOT NULL REFERENCES tanf_case,
  -- Name and birth date as this system wrote them down; they may be wrong.
  given_name text NOT NULL,
  family_name text NOT NULL,
  birth_date date NOT NULL,
  months_counted integer NOT NULL,
  sanction_level integer NOT NULL,
  service_activities text[] NOT NULL,
  domestic_violence_exclusion boolean NOT NULL
);
CREATE INDEX client_case ON client (case_number);
