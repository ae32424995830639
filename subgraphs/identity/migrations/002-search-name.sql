-- Names as a search compares them: without accents, marks and apostrophes, whatever the case and the Unicode form.
-- Callers type Lopez for López, and names arrive composed, decomposed, or with a typographic apostrophe.
CREATE EXTENSION IF NOT EXISTS unaccent;

-- IMMUTABLE, although unaccent is only STABLE: the dictionary is named, and its rules are those of the server's version.
CREATE FUNCTION comparable_name(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN casefold(
  regexp_replace(
    unaccent(
      'unaccent'::regdictionary,
      regexp_replace(
        normalize(name, NFKD), '[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F]', '', 'g')),
    '[''`\u00B4\u2018\u2019\u02BB\u02BC]', '', 'g')
  COLLATE pg_unicode_fast);

ALTER TABLE person ADD COLUMN search_name text COLLATE "default"
  GENERATED ALWAYS AS (comparable_name(given_name || ' ' || family_name)) STORED;

DROP INDEX person_name_trigrams;
CREATE INDEX person_search_name_trigrams ON person USING gin (search_name gin_trgm_ops);
