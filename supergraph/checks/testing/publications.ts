import { readDatasetCatalogue } from '../../../schema/catalog/datasetCatalogue.ts';
import { datasetsDirectory, readSubgraphSchema, SUBGRAPH_NAMES, type SubgraphName } from '../../../schema/files.ts';
import { numberedSystems } from '../../../schema/persons/personKeys.ts';
import { Publication } from '../../../schema/publishing/publication.ts';

const numberOf = new Map<string, string>(numberedSystems);
const { systems } = readDatasetCatalogue(datasetsDirectory);

/** The systems of this repository, as if each had published its files. */
export const current: readonly Publication[] = SUBGRAPH_NAMES.map((subgraph, index) =>
  Publication.parse({
    subgraph,
    sdl: readSubgraphSchema(subgraph),
    datasets: systems.find(({ system }) => system === subgraph),
    routingUrl: `http://127.0.0.1:${4001 + index}/graphql`,
    contact: `${subgraph}@agency.example`,
    personKey: numberOf.get(subgraph),
  }),
);

export function publicationOf(name: SubgraphName): Publication {
  const found = current.find(({ subgraph }) => subgraph === name);
  if (found === undefined) throw new Error(`There is no subgraph ${name}`);
  return found;
}

/** Replaces every occurrence of a text in a publication's schema. Throws if there is none. */
export function withChanges(publication: Publication, ...changes: readonly (readonly [string, string])[]): Publication {
  const sdl = changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`The schema does not contain ${from}`);
    return text.replaceAll(from, to);
  }, publication.sdl);
  return { ...publication, sdl };
}

const dataset = (id: string, more: object) => ({
  id,
  title: id,
  description: 'Data of the Department on Aging.',
  class: 'PII',
  law: ['320 ILCS 20'],
  regimes: ['PII'],
  federalApproval: false,
  requestable: true,
  ...more,
});

/** The Department on Aging, which publishes for the first time. */
export const aging: Publication = Publication.parse({
  subgraph: 'aging',
  personKey: 'agingClientId',
  routingUrl: 'http://127.0.0.1:4200/graphql',
  contact: 'aging-data@idoa.example',
  datasets: {
    system: 'aging',
    owner: 'IDOA',
    contact: 'aging-data@idoa.example',
    ownerPurposes: ['CARE_COORDINATION'],
    ownerRoles: ['CASEWORKER'],
    datasets: [
      dataset('aging.community', {}),
      dataset('aging.protective', { class: 'SENSITIVE' }),
      dataset('aging.benefitAccess', {}),
    ],
    neverOpen: [],
  },
  sdl: `extend schema
  @link(
    url: "https://specs.apollo.dev/federation/v2.9"
    import: ["@key", "@policy", "@inaccessible", "@tag"]
  )

scalar Date

# What clients ask first.

"Notices of the department."
type Query {
  "Notices of the department."
  agingNotices: [String!] @tag(name: "public")
}

type Person
  @key(fields: "agingClientId") {
  # The department's own number.
  agingClientId: ID @inaccessible
  "Age in steps of five years."
  ageBand: String @policy(policies: [["aging.community"]])
  "Case of adult protective services."
  protectiveServices: ProtectiveServicesCase @policy(policies: [["aging.protective"]])
  "True if the person takes part in the Benefit Access Program."
  benefitAccess: Boolean @policy(policies: [["aging.benefitAccess"]])
}
"Case of adult protective services (320 ILCS 20)."
type ProtectiveServicesCase @policy(policies: [["aging.protective"]]) {
  openedOn: Date
  "Events of the case, oldest first."
  events: [ServiceEvent!]
}
"An event of the case."
type ServiceEvent @policy(policies: [["aging.protective"]]) {
  "Day of the event."
  date: Date
  "Kind of the event."
  kind: ServiceEventKind
}
"Kind of an event."
enum ServiceEventKind {
  "Kind of report."
  REPORT
  "Visit at home."
  VISIT
}
`,
});
