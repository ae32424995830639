-- Finds the children of a resident: relationships by the other person.
CREATE INDEX relationship_other_person ON relationship (other_person_id);
