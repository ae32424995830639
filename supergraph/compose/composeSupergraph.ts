import { composeServices } from '@apollo/composition';
import { type ServiceDefinition, Supergraph } from '@apollo/federation-internals';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  lexicographicSortSchema,
  parse,
  printSchema,
  Source,
} from 'graphql';
import type { DatasetCatalogue } from '../../schema/catalog/datasetCatalogue.ts';
import { conflictingRequirements } from '../read/conflictingRequirements.ts';
import { type Supergraph as ReadSupergraph, readSupergraph } from '../read/readSupergraph.ts';
import { unsupportedDirectives } from '../read/unsupportedDirectives.ts';
import { checkAttribution } from './attributionRules.ts';
import { checkGuards } from './guardRules.ts';
import { type Problem, problemText } from './problem.ts';
import { problemOfComposition } from './problemOfComposition.ts';
import { satisfiabilityErrors } from './satisfiability.ts';
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
  const merged = mergeSubgraphs(subgraphs);
  const problems = merged.kind === 'refused' ? merged.problems : guardProblems(merged, catalogue);
  if (merged.kind === 'refused' || problems.length > 0) return { kind: 'refused', problems: problems.map(problemText) };
  const { supergraph, hints } = merged;
  const apiSchema = printApiSchema(apiSchemaOf(executableSupergraph(merged.read)));
  return { kind: 'composed', supergraph, apiSchema, hints };
}

export type MergedSubgraphs =
  | {
      readonly kind: 'merged';
      readonly supergraph: string;
      readonly document: DocumentNode;
      readonly read: ReadSupergraph;
      readonly hints: readonly string[];
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Merges the subgraphs' schemas into one that this gateway can execute. Its guards are not checked yet. */
export function mergeSubgraphs(subgraphs: readonly SubgraphSource[]): MergedSubgraphs {
  const sorted = [...subgraphs].sort((a, b) => (a.name < b.name ? -1 : 1));
  const parsed = sorted.map(parseSource);
  const syntaxErrors = parsed.flatMap((source) => (source.kind === 'refused' ? [source.problem] : []));
  if (syntaxErrors.length > 0) return { kind: 'refused', problems: syntaxErrors };
  const services = parsed.flatMap((source) => (source.kind === 'parsed' ? [source.service] : []));
  const names = sorted.map(({ name }) => name);
  const result = composeServices(services, { runSatisfiability: false });
  const errors = result.errors ?? satisfiabilityErrors(result.schema);
  if (errors.length > 0 || result.errors !== undefined) {
    return { kind: 'refused', problems: errors.map((error) => problemOfComposition(error, names)) };
  }
  const document = parse(result.supergraphSdl, { noLocation: true });
  const unservable = [
    ...unsupportedDirectives(document).map((text) => unservableProblem('UNSUPPORTED_DIRECTIVE', text)),
    ...conflictingRequirements(document).map((text) => unservableProblem('CONFLICTING_REQUIREMENTS', text)),
  ];
  if (unservable.length > 0) return { kind: 'refused', problems: unservable };
  return {
    kind: 'merged',
    supergraph: `${result.supergraphSdl.trimEnd()}\n`,
    document,
    read: readSupergraph(result.supergraphSdl),
    hints: result.hints.map(String),
  };
}

/** Finds what keeps a merged supergraph from being served: its guards, tags, and data that cannot be attributed. */
export function guardProblems(
  { read: { policies }, document }: Extract<MergedSubgraphs, { kind: 'merged' }>,
  catalogue: DatasetCatalogue,
): readonly Problem[] {
  return [...checkGuards(policies, catalogue), ...checkTagPlaces(document), ...checkAttribution(policies)];
}

/** Supergraph as planners use it, without its guards. */
export function executableSupergraph({ executableSdl }: Pick<ReadSupergraph, 'executableSdl'>): Supergraph {
  return Supergraph.build(executableSdl);
}

/** Schema that clients see. */
export function apiSchemaOf(supergraph: Supergraph): GraphQLSchema {
  return supergraph.apiSchema().toGraphQLJSSchema();
}

export function printApiSchema(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema)).trimEnd()}\n`;
}

/** These messages start with what is wrong, and end with what to do. */
function unservableProblem(code: string, text: string): Problem {
  const coordinate = /\b[A-Z]\w*\.\w+/.exec(text)?.[0];
  const [, message = text, whatToDo = ''] = /^(.*[^.]\.) ([^.]+\.)$/s.exec(text) ?? [];
  return { code, message, whatToDo, ...(coordinate !== undefined && { coordinate }) };
}

type ParsedSource =
  | { readonly kind: 'parsed'; readonly service: ServiceDefinition }
  | { readonly kind: 'refused'; readonly problem: Problem };

function parseSource({ name, url, sdl }: SubgraphSource): ParsedSource {
  try {
    return { kind: 'parsed', service: { name, url, typeDefs: parse(new Source(sdl, `${name}.graphql`)) } };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { line = 1, column = 1 } = error.locations?.[0] ?? {};
    return {
      kind: 'refused',
      problem: {
        code: 'SYNTAX',
        message: `${name}.graphql:${line}:${column}: ${error.message}`,
        whatToDo: '',
        places: [{ subgraph: name, line, column }],
      },
    };
  }
}
