import { type KeyedStatement, keyedStatement } from './statement.ts';

/** What the events of every system have in common. */
export interface EventRecord<Kind extends string> {
  readonly key: string;
  readonly date: string;
  readonly until: string | null;
  readonly ongoing: boolean;
  readonly kind: Kind;
}

export interface EventColumns<Kind extends string> {
  /** Column of the person's number in the table `event`. */
  readonly key: string;
  /**
   * Kinds that may be read, and whether each is a period. Events of other kinds do not leave the database.
   */
  readonly kinds: Readonly<Record<Kind, 'day' | 'period'>>;
  /** Further columns, as `event.column as "property"`. */
  readonly columns: string;
  /** Joins of `event` that further columns need. */
  readonly joins?: string;
  /** Condition on `event` for events of these kinds that must not be read either. */
  readonly except?: string;
}

/** Most events of one person that are read. The schemas state it. */
export const MOST_EVENTS = 100;

/**
 * Reads the most recent events of persons by their numbers, oldest first. `$2` is today: a period is ongoing until the
 * end of its last day.
 */
export function eventStatement<Row extends EventRecord<Kind>, Kind extends string = Row['kind']>(
  name: string,
  { key, kinds, columns, joins = '', except }: EventColumns<Kind>,
): KeyedStatement<Row> {
  const all = Object.entries(kinds);
  const periods = all.filter(([, length]) => length === 'period');
  const goesOn = periods.length === 0 ? 'false' : `event.kind in (${literals(periods)})`;
  return keyedStatement<Row>(
    name,
    (row) => row.key,
    `select event.${key} as key, event.started_on as date, event.ended_on as until, event.kind,
       case when event.ended_on is null then ${goesOn} else event.ended_on >= $2::date end
         as ongoing, ${columns}
     from unnest($1::text[]) as wanted (key) cross join lateral (
       select * from event
       where event.${key} = wanted.key and event.kind in (${literals(all)})
         ${except === undefined ? '' : `and not (${except})`}
       order by event.started_on desc, event.sequence desc limit ${MOST_EVENTS}
     ) event ${joins}
     order by event.started_on, event.sequence`,
  );
}

/** Kinds are names of the schema, so they need no escaping. */
function literals(kinds: readonly (readonly [string, unknown])[]): string {
  return kinds.map(([kind]) => `'${kind}'`).join(', ');
}
