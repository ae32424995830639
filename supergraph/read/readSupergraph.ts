import { type ConstDirectiveNode, type DocumentNode, Kind, parse, print, visit } from 'graphql';
import { conflictingRequirements } from './conflictingRequirements.ts';
import { type CostDirectives, readCostDirectives } from './costDirectives.ts';
import { readLogFields } from './logFields.ts';
import { type PolicyFacts, readPolicyFacts } from './policyFacts.ts';
import { type PolicyTable, readPolicyTable } from './policyTable.ts';
import { readRequesterFields } from './requesterFields.ts';
import { routingUrlsOf } from './routingUrls.ts';
import { unsupportedDirectives } from './unsupportedDirectives.ts';

/**
 * Supergraph as the gateway uses it. Apollo's libraries reject a supergraph with `@policy`, because they do not enforce
 * it. So the guards are read first, and the text without them exists only together with the table that enforces them.
 * `@cost` and `@listSize` are read and removed in the same way: only demand control uses them.
 */
export interface Supergraph {
  readonly policies: PolicyTable;
  /** `@cost` and `@listSize` of the subgraphs' schemas. */
  readonly costs: CostDirectives;
  /** Systems by the name of a root field that depends on who asks: their grants name the requester. */
  readonly requesterFields: ReadonlyMap<string, readonly string[]>;
  /** Fields of Query that read the log of disclosures. */
  readonly logFields: readonly string[];
  /** SDL without `@policy`, `@cost`, and `@listSize`: for planners and executors only. */
  readonly executableSdl: string;
  /** Subgraph names as the supergraph writes them, with the address that composition recorded. */
  readonly subgraphs: ReadonlyMap<string, string>;
}

/** What a supergraph is made from, besides its document. Plain data, so that it can cross a thread boundary. */
export type SupergraphParts = Omit<Supergraph, 'policies'> & { readonly policies: PolicyFacts };

/**
 * Reads a supergraph. Throws GraphQLError if the text is not SDL, and Error if it is not a supergraph, or one that
 * would be executed wrongly.
 */
export function readSupergraph(sdl: string): Supergraph {
  const document = parse(sdl, { noLocation: true });
  return supergraphOf(document, readSupergraphParts(document));
}

/** Throws Error if the document is not a supergraph, or one that would be executed wrongly. */
export function readSupergraphParts(document: DocumentNode): SupergraphParts {
  const subgraphs = routingUrlsOf(document);
  if (subgraphs.size === 0)
    throw new Error('This is not a supergraph: it has no enum join__Graph. Run: person360 compose');
  const unsupported = unsupportedDirectives(document);
  if (unsupported.length > 0) throw new Error(unsupported.join('\n'));
  const conflicts = conflictingRequirements(document);
  if (conflicts.length > 0) throw new Error(`This supergraph would be executed wrongly:\n- ${conflicts.join('\n- ')}`);
  return {
    policies: readPolicyFacts(document),
    costs: readCostDirectives(document),
    requesterFields: readRequesterFields(document),
    logFields: readLogFields(document),
    executableSdl: print(executablePart(document)),
    subgraphs,
  };
}

/** Puts a supergraph together from its document and what was read from it, possibly in another thread. */
export function supergraphOf(document: DocumentNode, facts: SupergraphParts): Supergraph {
  return { ...facts, policies: readPolicyTable(document, facts.policies) };
}

/** Directives that the gateway enforces itself. */
const OWN_DIRECTIVES: ReadonlySet<string> = new Set(['policy', 'cost', 'listSize']);

function executablePart(document: DocumentNode): DocumentNode {
  return visit(document, {
    Directive: (node) => (OWN_DIRECTIVES.has(node.name.value) || linksOwnDirective(node) ? null : undefined),
    DirectiveDefinition: (node) => (OWN_DIRECTIVES.has(node.name.value) ? null : undefined),
    ScalarTypeDefinition: (node) => (node.name.value === 'policy__Policy' ? null : undefined),
  });
}

function linksOwnDirective(node: ConstDirectiveNode | { name: { value: string } }): boolean {
  return (
    node.name.value === 'link' &&
    'arguments' in node &&
    (node.arguments ?? []).some(
      ({ name, value }) =>
        name.value === 'url' &&
        value.kind === Kind.STRING &&
        /^https:\/\/specs\.apollo\.dev\/(?:policy|cost)\//.test(value.value),
    )
  );
}

/** Checks that every subgraph has an address. Throws if one has none. */
export function requireAddresses(
  { subgraphs }: Pick<Supergraph, 'subgraphs'>,
  urls: ReadonlyMap<string, string>,
): void {
  for (const name of subgraphs.keys()) {
    if (!urls.has(name)) throw new Error(`No address is configured for the subgraph ${name}.`);
  }
}
