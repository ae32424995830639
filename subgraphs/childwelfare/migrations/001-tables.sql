CREATE TABLE child_welfare_case (
  case_number text PRIMARY KEY,
  status text NOT NULL,
  court text NOT NULL,
  next_hearing date,
  caseworker text NOT NULL
);

CREATE TABLE child (
  cyp_id text PRIMARY KEY,
  case_number text NOT NULL REFERENCES child_welfare_case,
  -- Name and birth date as this system wrote them down; they may be wrong.
  given_name text NOT NULL,
  family_name text NOT NULL,
  birth_date date NOT NULL,
  legal_status text NOT NULL,
  removal_date date,
  removal_reasons text[] NOT NULL,
  permanency_goal text NOT NULL,
  icwa_indicator boolean NOT NULL,
  medical_consent_authority text NOT NULL,
  placement_type text,
  placement_start date,
  placement_county text,
  investigation_status text,
  finding text,
  reporter text
);
CREATE INDEX child_case ON child (case_number);

-- Which worker (the subject of their token) carries which case, and since when.
CREATE TABLE case_assignment (
  case_number text NOT NULL REFERENCES child_welfare_case,
  worker text NOT NULL,
  assigned_on date NOT NULL,
  ended_on date,
  PRIMARY KEY (case_number, worker, assigned_on)
);
CREATE INDEX case_assignment_worker ON case_assignment (worker);
