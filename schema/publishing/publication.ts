import { z } from 'zod';
import { SystemDatasets } from '../catalog/datasetCatalogue.ts';

/** Names become enum values, metric labels and parts of dataset ids: lower-case Latin letters only. */
const SubgraphName = z.string().regex(/^[a-z]{2,40}$/, 'use 2 to 40 lower-case letters from a to z');

/** Largest SDL of one subgraph, in characters. */
const MOST_SDL = 1_000_000;

/**
 * What an agency publishes, all of it at once: a guard cannot exist without its dataset. The datasets are the content of
 * the YAML file.
 */
export const Publication = z.strictObject({
  subgraph: SubgraphName,
  sdl: z.string().min(1).max(MOST_SDL),
  datasets: SystemDatasets,
  /** GraphQL endpoint of the subgraph. */
  routingUrl: z.url({ protocol: /^https?$/ }),
  /** Field of Person that holds the system's own number of a person; the person index resolves it. */
  personKey: z
    .string()
    .regex(/^[a-z][A-Za-z0-9]{1,60}$/, 'use a field name such as agingClientId')
    .optional(),
  /** Whom to ask about the subgraph. */
  contact: z.string().min(1).max(200),
  /** What changed, for the history. */
  message: z.string().max(500).default(''),
});
export type Publication = z.infer<typeof Publication>;

/** Text whose SHA-256 is a publication's digest: JSON with the members of every object in the order of their names. */
export function publicationText(publication: Publication): string {
  return canonicalJson(publication);
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
