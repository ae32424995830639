CREATE TABLE custody_record (
  idoc_number text PRIMARY KEY,
  -- Name and birth date as this system wrote them down; they may be wrong.
  given_name text NOT NULL,
  family_name text NOT NULL,
  birth_date date NOT NULL,
  status text NOT NULL,
  parent_institution text,
  admission_date date NOT NULL,
  admission_type text NOT NULL,
  projected_msr_date date,
  projected_discharge_date date,
  last_paroled_date date,
  violent_offender_registration boolean NOT NULL,
  msr_conditions text[] NOT NULL,
  parole_agent text,
  supervision_level text,
  visits_allowed boolean NOT NULL,
  no_contact_orders text[] NOT NULL,
  programs text[] NOT NULL,
  high_school_equivalency boolean NOT NULL,
  disciplinary_record text[] NOT NULL,
  gang_affiliation text,
  grievances text[] NOT NULL,
  mental_health_treatment text
);

CREATE TABLE sentence (
  idoc_number text NOT NULL REFERENCES custody_record,
  mittimus text NOT NULL,
  class text NOT NULL,
  counts integer NOT NULL,
  offense text NOT NULL,
  custody_date date NOT NULL,
  sentence_years integer NOT NULL,
  sentence_months integer NOT NULL,
  county text NOT NULL,
  PRIMARY KEY (idoc_number, mittimus)
);
