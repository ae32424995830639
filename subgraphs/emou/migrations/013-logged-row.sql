-- A row as the log holds it, whatever time zone the session has.
CREATE FUNCTION logged_row(anyelement) RETURNS jsonb LANGUAGE sql STABLE SET TimeZone TO 'UTC'
AS 'SELECT to_jsonb($1)';
