import { type DocumentNode, parse } from 'graphql';
import { catalogueOf, type SystemDatasets } from '../../../schema/catalog/datasetCatalogue.ts';
import { checkAttribution } from '../../../supergraph/compose/attributionRules.ts';
import { checkGuards } from '../../../supergraph/compose/guardRules.ts';
import { problemText } from '../../../supergraph/compose/problem.ts';
import { readSupergraphParts, type SupergraphParts, supergraphOf } from '../../../supergraph/read/readSupergraph.ts';

/** Problems that one message names. */
const MOST_NAMED = 5;

/** A supergraph's text, read. */
export interface ReadSupergraph {
  readonly document: DocumentNode;
  readonly facts: SupergraphParts;
}

/** Reads a supergraph's text. Throws Error if it cannot be served. */
export function readUnchecked(sdl: string): ReadSupergraph {
  const document = parse(sdl, { noLocation: true });
  return { document, facts: readSupergraphParts(document) };
}

/**
 * Reads a supergraph. With datasets, applies the rules of composition for guards again, so that a gateway depends on
 * nobody else for them. Throws Error if the supergraph cannot be served.
 */
export function readChecked(
  sdl: string,
  datasets: readonly SystemDatasets[] | undefined,
  read: (sdl: string) => ReadSupergraph = readUnchecked,
): ReadSupergraph {
  const { document, facts } = read(sdl);
  if (datasets === undefined) return { document, facts };
  const { policies } = supergraphOf(document, facts);
  const problems = [...checkGuards(policies, catalogueOf(datasets)), ...checkAttribution(policies)].map(problemText);
  if (problems.length > 0) {
    const named = problems.slice(0, MOST_NAMED);
    const others = problems.length - named.length;
    throw new Error(`${named.join('\n')}${others > 0 ? `\nThere are ${others} more problems.` : ''}`);
  }
  return { document, facts };
}

/** Characters of one piece: a millisecond to parse. */
const PIECE = 50_000;

/** Definitions of a document as JSON lists, each short enough to be parsed in one turn of an event loop. */
export function jsonPieces({ definitions }: DocumentNode): readonly string[] {
  const pieces: string[] = [];
  let piece: string[] = [];
  let size = 0;
  for (const definition of definitions) {
    const text = JSON.stringify(definition);
    if (size > 0 && size + text.length > PIECE) {
      pieces.push(`[${piece.join(',')}]`);
      piece = [];
      size = 0;
    }
    piece.push(text);
    size += text.length;
  }
  return [...pieces, `[${piece.join(',')}]`];
}
