CREATE TABLE school (
  rcdts text PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE student (
  sis_id text PRIMARY KEY,
  -- Name and birth date as this system wrote them down; they may be wrong.
  given_name text NOT NULL,
  family_name text NOT NULL,
  birth_date date NOT NULL,
  status text NOT NULL,
  school_year integer NOT NULL,
  grade_level text NOT NULL,
  home_school text NOT NULL REFERENCES school,
  serving_school text NOT NULL REFERENCES school,
  enrollment_date date NOT NULL,
  exit_date date,
  exit_type text,
  days_present integer NOT NULL,
  days_excused integer NOT NULL,
  days_unexcused integer NOT NULL,
  english_learner boolean NOT NULL,
  native_language text NOT NULL,
  iep_indicator boolean NOT NULL,
  disability_code text,
  iep_review_date date,
  plan_504 boolean NOT NULL,
  meal_status text NOT NULL,
  direct_certification text,
  homeless_status boolean NOT NULL,
  foster_care_status boolean NOT NULL,
  discipline_actions text[] NOT NULL
);
