CREATE TABLE application (
  application_number text PRIMARY KEY,
  applicant_client_id text NOT NULL,
  status text NOT NULL,
  program_year integer NOT NULL,
  local_agency text NOT NULL,
  benefit_type text NOT NULL,
  benefit_amount integer NOT NULL,
  fuel_type text NOT NULL,
  utility_vendor text NOT NULL,
  disconnection_status text NOT NULL,
  arrearage integer NOT NULL,
  priority_groups text[] NOT NULL,
  income_percent_of_poverty integer NOT NULL,
  categorical_basis text,
  dwelling_type text NOT NULL,
  tenure text NOT NULL,
  year_built integer NOT NULL,
  occupants integer NOT NULL,
  audit_date date,
  savings_to_investment_ratio double precision,
  blower_door_pre integer,
  blower_door_post integer,
  measures text[] NOT NULL,
  health_safety_findings text[] NOT NULL,
  deferral_reason text,
  completion_date date,
  funding_source text
);

CREATE TABLE client (
  client_id text PRIMARY KEY,
  application_number text NOT NULL REFERENCES application,
  -- Name and birth date as this system wrote them down; they may be wrong.
  given_name text NOT NULL,
  family_name text NOT NULL,
  birth_date date NOT NULL
);
CREATE INDEX client_application ON client (application_number);
