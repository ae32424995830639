/**
 * The current numbers of the person `p` as one text: a line feed, the system, a space and the number, for each. Text is
 * the cheapest to aggregate and to send (about 1.5 µs a person; JSON takes twice that), and most requests read one or two
 * of the numbers.
 */
export const SYSTEM_NUMBERS = `array_to_string(array(
    select E'\\n' || n.system || ' ' || n.number from system_number n where n.person_id = p.person_id and n.is_current
  ), '')`;

/** Reads one system's number from that text. */
export function readNumber(system: string): (numbers: string) => string | null {
  const start = `\n${system} `;
  return (numbers) => {
    const at = numbers.indexOf(start);
    if (at === -1) return null;
    const end = numbers.indexOf('\n', at + start.length);
    return numbers.slice(at + start.length, end === -1 ? undefined : end);
  };
}

/** Every number of the person `p` in the child welfare system, former ones included. */
export const CHILD_WELFARE_NUMBERS = `array(
    select n.number from system_number n
    where n.person_id = p.person_id and n.system = 'childwelfare' and n.is_current
    union all
    select n.number from system_number n
    where n.person_id = p.person_id and n.system = 'childwelfare' and not n.is_current
  )`;
