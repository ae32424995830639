import { type DocumentNode, parse } from 'graphql';
import type { Publication } from '../../schema/publishing/publication.ts';
import { type CheckInput, candidateName, isRetirement } from './checkInput.ts';
import type { Graph } from './graph.ts';
import { type Locations, locationsIn } from './locations.ts';

/** What the checks of one candidate share. */
export interface CheckContext {
  readonly input: CheckInput;
  /** Name of the candidate's subgraph. */
  readonly subgraph: string;
  /** Undefined: the subgraph is to be retired. */
  readonly candidate: Publication | undefined;
  /** Its publication in service. Undefined: it is new. */
  readonly previous: Publication | undefined;
  readonly others: readonly Publication[];
  /** The candidate's schema. Undefined if it cannot be parsed, or the subgraph is to be retired. */
  readonly document: DocumentNode | undefined;
  readonly locations: Locations;
}

/** Both sides of the change. */
export interface Change {
  /** Undefined: nothing was in service. */
  readonly before: Graph | undefined;
  readonly after: Graph;
}

export function contextOf(input: CheckInput): CheckContext {
  const subgraph = candidateName(input.candidate);
  const candidate = isRetirement(input.candidate) ? undefined : input.candidate;
  const document = candidate && parsed(candidate.sdl);
  return {
    input,
    subgraph,
    candidate,
    previous: input.current.find((publication) => publication.subgraph === subgraph),
    others: input.current.filter((publication) => publication.subgraph !== subgraph),
    document,
    locations: locationsIn(document, input.file ?? `${subgraph}.graphql`),
  };
}

/** A syntax error is reported by composition. */
export function parsed(sdl: string): DocumentNode | undefined {
  try {
    return parse(sdl);
  } catch {
    return undefined;
  }
}
