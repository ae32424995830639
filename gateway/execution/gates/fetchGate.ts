import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { type FieldNode, type GraphQLNamedType, isObjectType, Kind, type SelectionNode } from 'graphql';
import { PERSON_ID_KEY } from '../../documents/hiddenKeys.ts';
import type { PersonFacts } from '../../model/personFacts.ts';
import { selectionOfFetch } from '../../planning/fetchSelection.ts';
import type { FactAlternatives } from './factAlternatives.ts';
import { withSelections } from './fetchText.ts';
import type { FieldConditions } from './fieldConditions.ts';
import type { GraphIndex } from './graphIndex.ts';

/** Decides what of a fetch may be sent and read about one person: nothing, all of it, or some of its fields. */
export interface FetchGate {
  /** Learns what is missing about these persons; undefined when nothing is. */
  load(owners: Iterable<string | undefined>, persons: PersonFacts | undefined): Promise<void> | undefined;
  /**
   * The fetch reduced to what is open; undefined: nothing is sent. Equal outcomes give the same object.
   *
   * @param owners persons whose data the object is, all of whom must meet a condition; undefined: nobody is known
   * @param typename of the object; undefined: unknown, so what every type asks for must hold
   */
  variantFor(
    owners: readonly (string | undefined)[],
    persons: PersonFacts | undefined,
    typename?: unknown,
  ): FetchNode | undefined;
}

/** Keys in the object's representation that a top-level field of a fetch needs. */
export interface FieldInputs {
  /** Conditions of everything that must be sent to get the field. */
  readonly alternatives: readonly FactAlternatives[];
  /** Names of the representation's fields that it needs: its key and the inputs of its `@requires`. */
  readonly names: ReadonlySet<string>;
}

export interface FetchGateInput {
  readonly fetch: FetchNode;
  readonly conditions: FieldConditions;
  readonly graph: GraphIndex;
  readonly inputsOf: (typeName: string, field: FieldNode) => FieldInputs;
}

interface GatedSelection {
  readonly selection: SelectionNode;
  /** Texts of conditions, all of which must hold. */
  readonly needs: readonly string[];
  /** Other keys that an object of each type needs; undefined if they are the same for all types. */
  readonly needsByType?: ReadonlyMap<unknown, readonly string[]>;
  /** Undefined: a leaf, or an object that is not looked into. */
  readonly inner: readonly GatedSelection[] | undefined;
  /** Names of the representation's fields that it needs; of top-level fields. */
  readonly names?: ReadonlySet<string>;
  /** An object that is left without fields is still fetched, to know whether it exists. */
  readonly keepsTypename: boolean;
}

/** Maximum number of cached variants of one fetch. A requester's approvals have a handful of different conditions. */
const MAX_VARIANTS = 64;

/** Undefined when nothing in the fetch depends on the person. */
export function compileFetchGate({ fetch, conditions, graph, inputsOf }: FetchGateInput): FetchGate | undefined {
  const subgraph = fetch.serviceName;
  const isEntityFetch = fetch.requires !== undefined;
  const alternativesByText = new Map<string, FactAlternatives>();
  const textOf = (anyOf: FactAlternatives | undefined): readonly string[] => {
    if (anyOf === undefined) return [];
    const text = JSON.stringify(anyOf);
    alternativesByText.set(text, anyOf);
    return [text];
  };

  function gated(
    selections: readonly SelectionNode[],
    type: GraphQLNamedType | undefined,
    isTarget: boolean,
  ): readonly GatedSelection[] {
    return selections.flatMap((selection): readonly GatedSelection[] => {
      if (selection.kind === Kind.FIELD) return gatedField(selection, type, isTarget);
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        return [{ selection, needs: [], inner: undefined, keepsTypename: false }];
      }
      const condition = selection.typeCondition?.name.value;
      const inner = condition === undefined ? type : graph.typeNamed(condition);
      // An object type's fields are asked for or not; where only an interface is known its name may be what is needed.
      const keepsTypename = isTarget && !isObjectType(inner);
      return [
        { selection, needs: [], inner: gated(selection.selectionSet.selections, inner, isTarget), keepsTypename },
      ];
    });
  }

  function gatedField(field: FieldNode, type: GraphQLNamedType | undefined, isTarget: boolean): GatedSelection[] {
    const name = field.name.value;
    // The id by which persons are decided on is read of everybody; the response never has it.
    if (name === '__typename' || field.alias?.value === PERSON_ID_KEY)
      return [{ selection: field, needs: [], inner: undefined, keepsTypename: false }];
    const returned = graph.returned(type, name, subgraph);
    // The next person's fields are that person's: they are fetched by themselves.
    const isLookedInto = field.selectionSet !== undefined && returned && returned.type.name !== conditions.personType;
    const inner = isLookedInto ? gated(field.selectionSet?.selections ?? [], returned.type, false) : undefined;
    const possible = graph.typesUnder(type).map((typeName) => {
      const inputs = isTarget && isEntityFetch ? inputsOf(typeName, field) : undefined;
      const needs = [...textOf(conditions.ofField(typeName, name)), ...(inputs?.alternatives ?? []).flatMap(textOf)];
      return { typeName, needs, names: inputs?.names };
    });
    const [first] = possible;
    const isUniform = possible.every(({ needs }) => needs.join() === first?.needs.join());
    const common = { selection: field, inner, keepsTypename: true };
    if (first === undefined || isUniform) {
      const names = new Set(possible.flatMap((each) => [...(each.names ?? [])]));
      return [{ ...common, needs: first?.needs ?? [], names }];
    }
    if (isTarget && isEntityFetch) {
      // Each type has a condition of its own. A fragment on one of them would mean nothing to a subgraph that has the
      // interface as an object type, and is not needed: the fetch is sent for objects whose types are known.
      const needsByType = new Map(possible.map(({ typeName, needs }) => [typeName, needs]));
      const names = new Set(possible.flatMap((each) => [...(each.names ?? [])]));
      return [{ ...common, needs: [], needsByType, names }];
    }
    return possible.map(({ typeName, needs, names }) => ({
      selection: {
        kind: Kind.INLINE_FRAGMENT,
        typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: typeName } },
        selectionSet: { kind: Kind.SELECTION_SET, selections: [field] },
      },
      needs: [],
      inner: [{ ...common, needs, ...(names && { names }) }],
      keepsTypename: false,
    }));
  }

  const root = isEntityFetch ? undefined : graph.typeNamed(fetch.operationKind === 'mutation' ? 'Mutation' : 'Query');
  const tree = gated(selectionOfFetch(fetch).selectionSet.selections, root, true);
  if (alternativesByText.size === 0) return undefined;
  const alternatives = [...alternativesByText];
  const facts = [...new Set(alternatives.flatMap(([, anyOf]) => anyOf.flat()))];
  const variants = new Map<string, FetchNode | undefined>();

  const equal = new Map<string, FetchNode>();

  function variantWith(open: ReadonlySet<string>, typename: unknown): FetchNode | undefined {
    const names = new Set<string>();
    const selections = reduce(tree, open, names, typename);
    if (!asksForSomething(selections, isEntityFetch)) return undefined;
    const reduced = withSelections(fetch, selections);
    const variant =
      fetch.requires === undefined ? reduced : { ...reduced, requires: reduceRequires(fetch.requires, names) };
    // Objects of different types may come to the same fetch, and then go in one call.
    const text = JSON.stringify([variant.operation, variant.requires]);
    const same = equal.get(text) ?? variant;
    equal.set(text, same);
    return same;
  }

  return {
    load(owners, persons) {
      if (persons === undefined) return undefined;
      const missing = new Set<string>();
      for (const id of owners) {
        if (id !== undefined && facts.some((fact) => persons.holds(id, fact) === undefined)) missing.add(id);
      }
      return missing.size === 0 ? undefined : persons.load([...missing]);
    },
    variantFor(owners, persons, typename) {
      const holds = (fact: string): boolean =>
        persons !== undefined &&
        owners.length > 0 &&
        owners.every((owner) => owner !== undefined && persons.holds(owner, fact) === true);
      const open = alternatives.filter(([, anyOf]) => anyOf.some((all) => all.every(holds))).map(([text]) => text);
      const key = [String(typename), ...open].join('\n');
      if (!variants.has(key)) {
        if (variants.size >= MAX_VARIANTS) {
          variants.clear();
          equal.clear();
        }
        variants.set(key, variantWith(new Set(open), typename));
      }
      return variants.get(key);
    },
  };
}

function reduce(
  tree: readonly GatedSelection[],
  open: ReadonlySet<string>,
  names: Set<string>,
  typename: unknown,
): SelectionNode[] {
  return tree.flatMap(({ selection, needs, needsByType, inner, names: own, keepsTypename }): SelectionNode[] => {
    const ofType = needsByType?.get(typename) ?? [...(needsByType?.values() ?? [])].flat();
    if (![...needs, ...ofType].every((text) => open.has(text))) return [];
    for (const name of own ?? []) names.add(name);
    if (inner === undefined || selection.kind === Kind.FRAGMENT_SPREAD) return [selection];
    const kept = reduce(inner, open, names, typename);
    if (kept.length === 0 && !keepsTypename) return [];
    const selections = kept.length === 0 ? [TYPENAME] : kept;
    return [{ ...selection, selectionSet: { kind: Kind.SELECTION_SET, selections } }];
  });
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** Fetching only the type's name is useless for an object whose type is known. */
function asksForSomething(selections: readonly SelectionNode[], isEntityFetch: boolean): boolean {
  return selections.some((selection) => {
    if (selection.kind === Kind.FIELD) return !isEntityFetch || selection.name.value !== '__typename';
    return (
      selection.kind === Kind.FRAGMENT_SPREAD || asksForSomething(selection.selectionSet.selections, isEntityFetch)
    );
  });
}

/** Only what the remaining fields need is sent. */
function reduceRequires(
  requires: readonly QueryPlanSelectionNode[],
  names: ReadonlySet<string>,
): QueryPlanSelectionNode[] {
  return requires.flatMap((selection): QueryPlanSelectionNode[] => {
    if (selection.kind === 'InlineFragment') {
      return [{ ...selection, selections: reduceRequires(selection.selections, names) }];
    }
    return selection.name === '__typename' || names.has(selection.name) ? [selection] : [];
  });
}
