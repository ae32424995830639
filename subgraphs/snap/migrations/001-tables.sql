CREATE TABLE snap_case (
  case_number text PRIMARY KEY,
  status text NOT NULL,
  head_client_id text NOT NULL,
  certification_start date NOT NULL,
  certification_end date NOT NULL,
  redetermination_due date NOT NULL,
  mid_point_report_due date,
  expedited_service boolean NOT NULL,
  office text NOT NULL,
  monthly_allotment integer NOT NULL,
  gross_income integer NOT NULL,
  gross_income_source text NOT NULL,
  net_income integer NOT NULL,
  net_income_source text NOT NULL,
  shelter_deduction integer NOT NULL,
  categorically_eligible boolean NOT NULL
);

CREATE TABLE client (
  client_id text PRIMARY KEY,
  case_number text NOT NULL REFERENCES snap_case,
  -- Name and birth date as this system wrote them down; they may be wrong.
  given_name text NOT NULL,
  family_name text NOT NULL,
  birth_date date NOT NULL,
  countable boolean NOT NULL,
  abawd_status text NOT NULL,
  abawd_countable_months integer NOT NULL,
  intentional_program_violation boolean NOT NULL,
  immigration_status text,
  domestic_violence_exclusion boolean NOT NULL
);
CREATE INDEX client_case ON client (case_number);
