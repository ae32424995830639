import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import type { Draft } from './drafts.ts';
import type { Registration } from './registration.ts';

/** Links an hour, by one agency for one system, to persons whom the system did not know: a busy office registers fewer. */
export const LINKS_AN_HOUR = 1_000;

const HOUR_MS = 3_600_000;

const counts = statement<{ readonly agency: string; readonly system: string; readonly links: number }>(
  'identity.countRegisterLinks',
  `select agency, system, links from register_link_count
   where hour = $1 and (agency, system) in (select * from unnest($2::text[], $3::text[]))`,
);
const add = statement<unknown>(
  'identity.addRegisterLinks',
  `insert into register_link_count as c (agency, system, hour, links)
   select agency, system, $1, links from unnest($2::text[], $3::text[], $4::int[]) as fresh (agency, system, links)
   on conflict (agency, system, hour) do update set links = c.links + excluded.links`,
);

/**
 * Limits what somebody gains who registers made-up records until one is linked to a person. Beyond the limit, people
 * decide.
 */
export interface LinkLimit {
  /** Counts a link. Returns false if there have been too many in this hour. */
  allows(draft: Draft): boolean;
  /** Agencies and systems that reached the limit just now. */
  exceeded(): readonly { readonly agency: string; readonly system: string }[];
  save(queries: Queries): Promise<void>;
}

/** Reads the counts of the callers. Call it under the lock of the register. */
export async function readLinkLimit(
  queries: Queries,
  calls: readonly Registration[],
  most: number,
  now: Date,
): Promise<LinkLimit> {
  const hour = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS);
  const limited = new Map(
    calls
      .filter(({ limited }) => limited)
      .map(({ by: { agency }, system }) => [
        `${agency}|${system}`,
        { agency, system, before: 0, added: 0, refused: 0 },
      ]),
  );
  const callers = [...limited.values()];
  const columns = [callers.map(({ agency }) => agency), callers.map(({ system }) => system)];
  if (callers.length > 0) {
    for (const { agency, system, links } of await queries.rows(counts, [hour, ...columns])) {
      const caller = limited.get(`${agency}|${system}`);
      if (caller !== undefined) caller.before = links;
    }
  }
  /** The count goes beyond the limit by one at the first refusal of the hour. */
  const isFirstRefusal = ({ before, refused }: (typeof callers)[number]): boolean => refused > 0 && before <= most;
  return {
    allows({ call }) {
      const caller = limited.get(`${call.by.agency}|${call.system}`);
      if (caller === undefined) return true;
      if (caller.before + caller.added >= most) {
        caller.refused += 1;
        return false;
      }
      caller.added += 1;
      return true;
    },
    exceeded: () => callers.filter(isFirstRefusal),
    async save(queries) {
      const fresh = callers.filter((caller) => caller.added > 0 || isFirstRefusal(caller));
      if (fresh.length === 0) return;
      await queries.rows(add, [
        ...[hour, fresh.map(({ agency }) => agency), fresh.map(({ system }) => system)],
        fresh.map((caller) => caller.added + Number(isFirstRefusal(caller))),
      ]);
    },
  };
}
