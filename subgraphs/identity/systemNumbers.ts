/**
 * The current numbers of the person `p` as one text: a line feed, the system, a space and the number, encrypted, in
 * hexadecimal, for each. Text is the cheapest to aggregate and to send (about 1.5 µs a person; JSON takes twice that), and
 * most requests read one or two of the numbers.
 */
export const SYSTEM_NUMBERS = `array_to_string(array(
    select E'\\n' || n.system || ' ' || encode(n.number, 'hex') from system_number n where n.person_id = p.person_id and n.is_current
  ), '')`;

/** Every number of the person `p` in the child welfare system, former ones included, encrypted, in hexadecimal. */
export const CHILD_WELFARE_NUMBERS = `array(
    select encode(n.number, 'hex') from system_number n
    where n.person_id = p.person_id and n.system = 'childwelfare' and n.is_current
    union all
    select encode(n.number, 'hex') from system_number n
    where n.person_id = p.person_id and n.system = 'childwelfare' and not n.is_current
  )`;
