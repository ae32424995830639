import { composeServices } from '@apollo/composition';
import { type ServiceDefinition, Supergraph } from '@apollo/federation-internals';
import { GraphQLError, lexicographicSortSchema, parse, printSchema, Source } from 'graphql';
import type { DatasetCatalogue } from '../../schema/catalog/datasetCatalogue.ts';
import { conflictingRequirements } from '../read/conflictingRequirements.ts';
import { readSupergraph } from '../read/readSupergraph.ts';
import { unsupportedDirectives } from '../read/unsupportedDirectives.ts';
import { checkAttribution } from './attributionRules.ts';
import { checkGuards } from './guardRules.ts';
import { checkTagPlaces } from './tagPlaces.ts';

export interface SubgraphSource {
  readonly name: string;
  readonly url: string;
  readonly sdl: string;
}

export type Composition =
  | {
      readonly kind: 'composed';
      readonly supergraph: string;
      /** What clients see of it, without the federation's directives. */
      readonly apiSchema: string;
      readonly hints: readonly string[];
    }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

/**
 * Composes the subgraphs' schemas and checks the result against the rules for guards. The same input gives the same
 * text.
 */
export function composeSupergraph(subgraphs: readonly SubgraphSource[], catalogue: DatasetCatalogue): Composition {
  const sorted = [...subgraphs].sort((a, b) => (a.name < b.name ? -1 : 1));
  const parsed = sorted.map(parseSource);
  const syntaxErrors = parsed.flatMap((source) => (source.kind === 'refused' ? [source.problem] : []));
  if (syntaxErrors.length > 0) return { kind: 'refused', problems: syntaxErrors };
  const result = composeServices(parsed.flatMap((source) => (source.kind === 'parsed' ? [source.service] : [])));
  if (result.errors !== undefined) return { kind: 'refused', problems: result.errors.map(({ message }) => message) };
  const document = parse(result.supergraphSdl);
  const unservable = [...unsupportedDirectives(document), ...conflictingRequirements(document)];
  if (unservable.length > 0) return { kind: 'refused', problems: unservable };
  const { policies, executableSdl } = readSupergraph(result.supergraphSdl);
  const problems = [...checkGuards(policies, catalogue), ...checkTagPlaces(document), ...checkAttribution(policies)];
  if (problems.length > 0) return { kind: 'refused', problems };
  return {
    kind: 'composed',
    supergraph: `${result.supergraphSdl.trimEnd()}\n`,
    apiSchema: apiSchemaOf(executableSdl),
    hints: result.hints.map(String),
  };
}

function apiSchemaOf(executableSdl: string): string {
  const schema = Supergraph.build(executableSdl).apiSchema().toGraphQLJSSchema();
  return `${printSchema(lexicographicSortSchema(schema)).trimEnd()}\n`;
}

type ParsedSource =
  | { readonly kind: 'parsed'; readonly service: ServiceDefinition }
  | { readonly kind: 'refused'; readonly problem: string };

function parseSource({ name, url, sdl }: SubgraphSource): ParsedSource {
  try {
    return { kind: 'parsed', service: { name, url, typeDefs: parse(new Source(sdl, `${name}.graphql`)) } };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const [location] = error.locations ?? [];
    return { kind: 'refused', problem: `${name}.graphql:${location?.line}:${location?.column}: ${error.message}` };
  }
}
