-- The person index: who is who across systems. Numbers of the agencies' systems are columns, unique and nullable.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE household (
  household_id uuid PRIMARY KEY,
  street text NOT NULL,
  city text NOT NULL,
  state text NOT NULL,
  zip text NOT NULL,
  county text NOT NULL,
  county_fips text NOT NULL,
  -- Address Confidentiality Program (750 ILCS 61): the address of this household is never shown.
  address_protected boolean NOT NULL DEFAULT false
);

CREATE TABLE person (
  person_id uuid PRIMARY KEY,
  household_id uuid NOT NULL REFERENCES household,
  given_name text NOT NULL,
  middle_name text,
  family_name text NOT NULL,
  suffix text,
  birth_date date NOT NULL,
  gender text NOT NULL,
  primary_language text NOT NULL,
  living boolean NOT NULL DEFAULT true,
  snap_client_id text UNIQUE,
  tanf_client_id text UNIQUE,
  medicaid_rin text UNIQUE,
  idoc_number text UNIQUE,
  sis_id text UNIQUE,
  energy_client_id text UNIQUE,
  cyp_id text UNIQUE
);
CREATE INDEX person_household ON person (household_id);
CREATE INDEX person_birth_date ON person (birth_date);
CREATE INDEX person_name_trigrams ON person USING gin ((lower(given_name || ' ' || family_name)) gin_trgm_ops);

-- kind is what the other person is to this person (HL7 v3 RoleCode).
CREATE TABLE relationship (
  person_id uuid NOT NULL REFERENCES person,
  other_person_id uuid NOT NULL REFERENCES person,
  kind text NOT NULL,
  PRIMARY KEY (person_id, other_person_id)
);
