import type { GraphQLError } from 'graphql';
import type { Problem, ProblemPlace } from './problem.ts';

/** Reads an error of composition: its code, the subgraphs' lines, and the coordinate it is about. */
export function problemOfComposition(error: GraphQLError, subgraphs: readonly string[]): Problem {
  const places = (error.nodes ?? []).flatMap((node): readonly ProblemPlace[] => {
    const { loc } = node;
    const subgraph = subgraphOf(node) ?? loc?.source.name.replace(/\.graphql$/, '');
    if (loc === undefined || subgraph === undefined || !subgraphs.includes(subgraph)) return [];
    return [{ subgraph, line: loc.startToken.line, column: loc.startToken.column }];
  });
  const code = error.extensions.code;
  const coordinate = /"(\w+(?:\.\w+(?:\(\w+:\))?)?)"/.exec(error.message)?.[1];
  return {
    code: typeof code === 'string' ? code : 'DOES_NOT_COMPOSE',
    message: error.message,
    whatToDo: '',
    ...(coordinate !== undefined && { coordinate }),
    places,
  };
}

/** Composition adds the name of the subgraph to some of its nodes. */
function subgraphOf(node: object): string | undefined {
  const name: unknown = Reflect.get(node, 'subgraph');
  return typeof name === 'string' ? name : undefined;
}
