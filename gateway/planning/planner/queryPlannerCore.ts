import { type Operation, operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import {
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  isAbstractType,
  Kind,
  parse,
  printSchema,
  type SelectionNode,
} from 'graphql';
import { type Edge, queryGraphOf } from '../../../supergraph/plan/queryGraph.ts';
import { unsatisfiableKeyEdges } from '../../../supergraph/plan/unsatisfiableKeyEdges.ts';
import type { ClosedInputs } from '../../model/plan.ts';
import { asksForData } from '../asksForData.ts';
import { planCoordinates } from '../planCoordinates.ts';
import { fetchesIn, joinEqualFetches } from '../planPath.ts';
import { type AddedFields, addedFieldsOf } from '../renameConflictingAliases.ts';
import { edgesThatSend, findUnreachable } from './closedInputs.ts';
import { type InconsistentField, inconsistentFields, inconsistentIn } from './inconsistentFields.ts';
import { UnreachableFields } from './unreachableFields.ts';

/**
 * Supergraph features that the engines support. Security features are excluded on purpose: a supergraph that still has
 * `@policy` and the like is rejected, because nothing below enforces it.
 */
const SUPPORTED_FEATURES: ReadonlySet<string> = new Set(
  [
    ...['core/v0.1', 'core/v0.2', 'join/v0.1', 'join/v0.2', 'join/v0.3', 'join/v0.4', 'join/v0.5'],
    ...['tag/v0.1', 'tag/v0.2', 'tag/v0.3', 'inaccessible/v0.1', 'inaccessible/v0.2', 'cost/v0.1'],
  ].map((feature) => `https://specs.apollo.dev/${feature}`),
);

/** Metadata of a supergraph that an engine needs besides plans. Plain data, so that it can cross a thread boundary. */
export interface SupergraphMetadata {
  /** Schema that clients see, as SDL. */
  readonly apiSdl: string;
  /** Subgraph names in the order of the supergraph. */
  readonly subgraphs: readonly string[];
  /** For each abstract type (hidden ones included), every object type and interface that belongs to it. */
  readonly subtypes: Readonly<Record<string, readonly string[]>>;
  /** Interfaces that some subgraph knows as an object type only, and returns under the interface's name. */
  readonly interfaceObjects: readonly string[];
  /** Field sets by which a subgraph resolves a type (`id`, `org { id }`). */
  readonly keys: ReadonlyArray<{ readonly subgraph: string; readonly type: string; readonly fields: string }>;
  /** Fields that plans may add to an operation. */
  readonly addedFields: AddedFields;
}

/** The planner itself. It is synchronous, so it runs only where nothing else has to respond. */
export interface QueryPlannerCore {
  readonly metadata: SupergraphMetadata;
  /** Throws UnreachableFields when fields of the operation need what `closedInputs` never allows. */
  plan(document: string, operationName: string | undefined, closedInputs?: ClosedInputs): QueryPlan;
}

export function createQueryPlannerCore(supergraphSdl: string): QueryPlannerCore {
  const supergraph = Supergraph.build(supergraphSdl, { supportedFeatures: new Set(SUPPORTED_FEATURES) });
  const apiSchema = supergraph.apiSchema();
  const planner = new QueryPlanner(supergraph, {
    // Without named fragments a plan is longer, and its verification reads each selection in one place.
    reuseQueryFragments: false,
    // A system gets no person whom only the other types of a union lead to.
    typeConditionedFetching: true,
  });
  const graph = queryGraphOf(planner);
  const unsatisfiable = unsatisfiableKeyEdges(graph.edges);
  const inconsistent = inconsistentFields(supergraph);

  function planWithout(hidden: readonly Edge[], operation: Operation): QueryPlan {
    const build = () => planner.buildQueryPlan(operation);
    try {
      return graph.without(new Set([...unsatisfiable, ...hidden]), build);
    } catch {
      // A path that needs a removed join is slow to find, but not rejected.
      return graph.without(new Set(hidden), build);
    }
  }

  const wholeSchema = supergraph.schema.toGraphQLJSSchema();
  const clientSchema = apiSchema.toGraphQLJSSchema();
  const subtypes = subtypesOf(wholeSchema);

  /** Plans without sending any of these coordinates. Throws if that is impossible. */
  function buildOpenPlan(operation: Operation, document: DocumentNode, closed: readonly string[]): QueryPlan {
    const coordinates = new Set(closed);
    const plan = buildPlan(
      operation,
      document,
      edgesThatSend(graph.edges, coordinates, (name) => subtypes[name] ?? []),
    );
    const sent = sentCoordinate(plan, coordinates);
    if (sent !== undefined) throw new Error(`The plan sends ${sent}, which is closed`);
    return plan;
  }

  function sentCoordinate(plan: QueryPlan, closed: ReadonlySet<string>): string | undefined {
    const sent = planCoordinates(plan, wholeSchema).sends.map(({ typeName, fieldName }) => `${typeName}.${fieldName}`);
    return sent.find((coordinate) => closed.has(coordinate));
  }

  /** Sends as little as possible of what is open for some persons only: a path without it needs no condition. */
  function planWithInputs(operation: Operation, document: DocumentNode, { never, sometimes }: ClosedInputs): QueryPlan {
    if (sometimes.length === 0) return buildOpenPlan(operation, document, never);
    try {
      return buildOpenPlan(operation, document, [...never, ...sometimes]);
    } catch {
      let plan = buildOpenPlan(operation, document, never);
      const hidden = [...never];
      for (const coordinate of sometimes) {
        try {
          plan = buildOpenPlan(operation, document, [...hidden, coordinate]);
          hidden.push(coordinate);
        } catch {
          // Needed somewhere in the operation.
        }
      }
      return plan;
    }
  }

  /** Finds the fields that make it impossible to plan an operation. None if it cannot be planned in any case. */
  function unreachableIn(document: DocumentNode, operationName: string | undefined, never: readonly string[]) {
    const operation = getOperationAST(document, operationName);
    if (!operation) return [];
    const reduced = (selections: readonly SelectionNode[]): [Operation, DocumentNode] => {
      // Variables of removed fields stay defined: the planner ignores them.
      const definition = { ...operation, selectionSet: { ...operation.selectionSet, selections } };
      const part: DocumentNode = { kind: Kind.DOCUMENT, definitions: [definition] };
      return [operationFromDocument(apiSchema, part, { validate: false }), part];
    };
    return findUnreachable({
      schema: clientSchema,
      operation,
      canPlan(selections) {
        try {
          return planned(buildOpenPlan(...reduced(selections), never), reduced(selections)[1]);
        } catch {
          return false;
        }
      },
      needs(selections) {
        try {
          return sentCoordinate(buildPlan(...reduced(selections), []), new Set(never));
        } catch {
          return undefined;
        }
      },
    });
  }

  /**
   * Checks that a plan fetches something. The planner leaves out what no subgraph has; if that is everything, null
   * without an error would be wrong.
   */
  const planned = (plan: QueryPlan, document: DocumentNode, operationName?: string): boolean =>
    plan.node !== undefined || !asksForData(document, operationName);

  /** Fetches each inconsistent field from one of its subgraphs, the one that gives the plan the fewest fetches. */
  function buildPlan(operation: Operation, document: DocumentNode, closed: readonly Edge[]): QueryPlan {
    let hidden: readonly Edge[] = closed;
    let best: QueryPlan | undefined;
    for (const field of inconsistentIn(document, inconsistent)) {
      const choices = field.subgraphs.flatMap((subgraph) => {
        const without = [...hidden, ...graph.edges.filter((edge) => collects(edge, field, subgraph))];
        try {
          return [{ without, plan: planWithout(without, operation) }];
        } catch {
          // This subgraph does not have it at every place of the operation.
          return [];
        }
      });
      const [choice] = choices.sort((one, other) => fetchesIn(one.plan) - fetchesIn(other.plan));
      if (choice !== undefined) ({ plan: best, without: hidden } = choice);
    }
    return best ?? planWithout(closed, operation);
  }

  return {
    metadata: {
      apiSdl: printSchema(clientSchema),
      subgraphs: supergraph.subgraphsMetadata().map(({ name }) => name),
      subtypes,
      interfaceObjects: interfaceObjectsOf(supergraph),
      keys: keysOf(supergraph),
      addedFields: addedFieldsOf(parse(supergraphSdl, { noLocation: true })),
    },
    plan(document, operationName, closedInputs = { never: [], sometimes: [] }) {
      // The caller has validated the text against the API schema; validating it again would double the cost.
      const options = { validate: false, ...(operationName === undefined ? {} : { operationName }) };
      const parsed = parse(document, { noLocation: true });
      const operation = operationFromDocument(apiSchema, parsed, options);
      const isFree = closedInputs.never.length + closedInputs.sometimes.length === 0;
      try {
        const plan = isFree ? buildPlan(operation, parsed, []) : planWithInputs(operation, parsed, closedInputs);
        if (!planned(plan, parsed, operationName)) {
          throw new Error('No subgraph has the fields of this operation');
        }
        return joinEqualFetches(plan);
      } catch (error) {
        const unreachable = isFree ? [] : unreachableIn(parsed, operationName, closedInputs.never);
        throw unreachable.length === 0 ? error : new UnreachableFields(unreachable);
      }
    },
  };
}

/** Checks whether an edge collects the field in any other subgraph. */
function collects({ transition, head }: Edge, { typeName, fieldName }: InconsistentField, subgraph: string): boolean {
  const { kind, definition } = transition;
  return (
    kind === 'FieldCollection' &&
    definition?.name === fieldName &&
    definition.parent.name === typeName &&
    head.source !== subgraph
  );
}

function subtypesOf(schema: GraphQLSchema): Record<string, string[]> {
  const subtypes: Record<string, string[]> = Object.create(null);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isAbstractType(type) || type.name.startsWith('__')) continue;
    const { objects, interfaces } =
      'getFields' in type
        ? schema.getImplementations(type)
        : { objects: schema.getPossibleTypes(type), interfaces: [] };
    subtypes[type.name] = [...objects, ...interfaces].map(({ name }) => name);
  }
  return subtypes;
}

function interfaceObjectsOf(supergraph: Supergraph): string[] {
  const names = new Set<string>();
  for (const subgraph of supergraph.subgraphs().values()) {
    for (const type of subgraph.schema.objectTypes()) {
      if (supergraph.schema.type(type.name)?.kind === 'InterfaceType') names.add(type.name);
    }
  }
  return [...names];
}

function keysOf(supergraph: Supergraph): SupergraphMetadata['keys'] {
  const keys: { subgraph: string; type: string; fields: string }[] = [];
  for (const subgraph of supergraph.subgraphs().values()) {
    const keyDirective = subgraph.metadata().keyDirective();
    for (const type of subgraph.schema.types()) {
      if (type.kind !== 'ObjectType' && type.kind !== 'InterfaceType') continue;
      for (const application of type.appliedDirectivesOf(keyDirective)) {
        const { fields, resolvable } = application.arguments();
        if (resolvable === false || typeof fields !== 'string') continue;
        keys.push({ subgraph: subgraph.name, type: type.name, fields });
      }
    }
  }
  return keys;
}
