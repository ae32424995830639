import type { FetchNode, PlanNode, QueryPlan, QueryPlanSelectionNode } from '@apollo/query-planner';
import { PERSON_ID_KEY } from '../../documents/hiddenKeys.ts';
import type { PersonFacts } from '../../model/personFacts.ts';
import type { FetchGate } from '../gates/fetchGate.ts';

/**
 * Key under which the data of a request says, at objects that other systems may be asked about, whose data they are.
 */
const OWNER_KEY = '_person360Owner';

/** Key under which such objects say their type, which a representation may name by an interface alone. */
const TYPE_KEY = '_person360RuntimeType';

/** The gates of one plan, for data sources that are given nothing but a text and its variables. */
export interface GatedFetches {
  readonly plan: QueryPlan;
  readonly personType: string | undefined;
  gateOf(service: string, path: readonly (string | number)[], query: string): FetchGate | undefined;
}

export type Representation = Readonly<Record<string, unknown>>;

/** Undefined when nothing in the plan depends on the person. */
export function createGatedFetches(
  plan: QueryPlan,
  gateOf: (fetch: FetchNode) => FetchGate | undefined,
  personType: string | undefined,
): GatedFetches | undefined {
  const gates = new Map<string, FetchGate>();

  function map(node: PlanNode, path: readonly (string | number)[]): PlanNode {
    switch (node.kind) {
      case 'Fetch': {
        const gate = gateOf(node);
        if (gate !== undefined) gates.set(placeOf(node.serviceName, path, node.operation), gate);
        return node.requires === undefined
          ? node
          : { ...node, requires: withOwners(node.requires, gate !== undefined) };
      }
      case 'Flatten':
        return { ...node, node: map(node.node, [...path, ...node.path]) };
      case 'Sequence':
      case 'Parallel':
        return { ...node, nodes: node.nodes.map((child) => map(child, path)) };
      case 'Condition':
        return {
          ...node,
          ...(node.ifClause && { ifClause: map(node.ifClause, path) }),
          ...(node.elseClause && { elseClause: map(node.elseClause, path) }),
        };
      case 'Defer':
        return node;
    }
  }

  const { node } = plan;
  if (node === undefined || node.kind === 'Subscription') return undefined;
  const mapped = map(node, []);
  if (gates.size === 0) return undefined;
  return {
    plan: { ...plan, node: mapped },
    personType,
    gateOf: (service, path, query) => gates.get(placeOf(service, path, query)),
  };
}

function placeOf(service: string, path: readonly (string | number)[], query: string): string {
  return JSON.stringify([service, path, query]);
}

/**
 * The owner besides what the system is sent. Every field is in a fragment of its own: the stock executor drops a
 * fragment that lacks a field, and an object that lacks what one field needs may still be sent for another.
 */
function withOwners(requires: readonly QueryPlanSelectionNode[], isGated: boolean): QueryPlanSelectionNode[] {
  const owners = [PERSON_ID_KEY, OWNER_KEY, TYPE_KEY].map((name): QueryPlanSelectionNode => ({ kind: 'Field', name }));
  return requires.flatMap((selection): QueryPlanSelectionNode[] => {
    if (selection.kind !== 'InlineFragment') return [selection];
    const separate = [...(isGated ? selection.selections : []), ...owners];
    return [...(isGated ? [] : [selection]), ...separate.map((field) => ({ ...selection, selections: [field] }))];
  });
}

/** Takes the owner and the type out of a representation; undefined where nobody is known whose data the object is. */
export function separateOwner(
  { [PERSON_ID_KEY]: id, [OWNER_KEY]: owner, [TYPE_KEY]: typename, ...sent }: Representation,
  personType: string | undefined,
): { readonly sent: Representation; readonly owner: string | undefined; readonly typename: unknown } {
  // A person without an id is nobody's data, even inside another person.
  const known = id ?? (sent.__typename === personType ? undefined : owner);
  return { sent, owner: typeof known === 'string' ? known : undefined, typename };
}

/** Notes at every object that has its type whose data it is: that of the nearest person around it. */
export function noteOwners(value: unknown, owner: string | undefined, personType: string | undefined): void {
  if (Array.isArray(value)) {
    for (const item of value) noteOwners(item, owner, personType);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const object = value as Record<string, unknown>; // an object of a JSON text, as just checked
  const id = object[PERSON_ID_KEY];
  const isPerson = id !== undefined || object.__typename === personType;
  const own = isPerson ? (typeof id === 'string' ? id : undefined) : owner;
  for (const inner of Object.values(object)) noteOwners(inner, own, personType);
  if (typeof object.__typename !== 'string') return;
  object[TYPE_KEY] = object.__typename;
  if (own !== undefined) object[OWNER_KEY] = own;
}

/** Indices of representations by the variant that may be fetched for them; objects without one are in none. */
export async function groupByVariant(
  gate: FetchGate,
  objects: readonly { readonly owner: string | undefined; readonly typename: unknown }[],
  persons: PersonFacts | undefined,
): Promise<ReadonlyMap<FetchNode, readonly number[]>> {
  await gate.load(
    objects.map(({ owner }) => owner),
    persons,
  );
  const groups = new Map<FetchNode, number[]>();
  for (const [index, { owner, typename }] of objects.entries()) {
    const variant = gate.variantFor([owner], persons, typename);
    if (variant !== undefined) groups.set(variant, [...(groups.get(variant) ?? []), index]);
  }
  return groups;
}

/** Representation for a part of a fetch; undefined if something that it needs is missing. */
export function reducedTo(representation: Representation, { requires = [] }: FetchNode): Representation | undefined {
  const fragments = requires.flatMap((selection) => (selection.kind === 'InlineFragment' ? [selection] : []));
  const ofType = fragments.filter(({ typeCondition }) => typeCondition === representation.__typename);
  const names = new Set(
    (ofType.length > 0 ? ofType : fragments).flatMap(({ selections }) =>
      selections.flatMap((selection) => (selection.kind === 'Field' ? [selection.name] : [])),
    ),
  );
  if ([...names].some((name) => representation[name] === undefined)) return undefined;
  return Object.fromEntries(Object.entries(representation).filter(([name]) => names.has(name)));
}
