import type { FetchNode, PlanNode, QueryPlan, QueryPlanSelectionNode } from '@apollo/query-planner';
import { type FieldNode, Kind, type SelectionNode } from 'graphql';
import { fieldNamed } from '../../documents/fieldNamed.ts';
import { fragmentsOf } from '../../documents/operation.ts';
import type { FieldAccess } from '../../model/fieldAccess.ts';
import type { FieldCoordinate, PlanCoordinates } from '../../model/plan.ts';
import { readPathElement } from '../../planning/planPath.ts';
import { renamedKeys } from '../../planning/renamedKeys.ts';
import type { EngineOperation } from '../contract/engine.ts';
import { allOf, type FactAlternatives } from './factAlternatives.ts';
import { compileFetchGate, type FetchGate, type FieldInputs } from './fetchGate.ts';
import { createFieldConditions, type FieldConditions } from './fieldConditions.ts';
import type { GraphIndex } from './graphIndex.ts';
import { separatePersons } from './separatePersons.ts';

/** A plan for the terms of one kind of requester: what of it may be sent and read depends on each person. */
export interface GatedPlan {
  readonly plan: QueryPlan;
  /** Undefined: nothing in the fetch depends on the person. */
  readonly gateOf: (fetch: FetchNode) => FetchGate | undefined;
  /** Those of the operation itself, for persons who meet the conditions of a field's inputs, too. */
  readonly accessOf: EngineOperation['accessOf'];
  /** By `Type.field`: conditional keys and `@requires` inputs without which the field is null. */
  readonly inputs: ReadonlyMap<string, readonly FieldCoordinate[]>;
}

const NO_INPUTS: GatedPlan['inputs'] = new Map();

/**
 * Prepares a plan for the conditions of one kind of requester. A plan in which nothing depends on the person is
 * returned as it is.
 *
 * @param keyOf response key of a field of the client's operation in the data that the plan brings
 */
export function gatePlan(
  plan: QueryPlan,
  { coordinates, sends }: PlanCoordinates,
  operation: EngineOperation,
  keyOf: (field: FieldNode) => string,
  graph: GraphIndex,
): GatedPlan {
  const { personType, closedInputs = { never: [], sometimes: [] } } = operation;
  const open = { plan, gateOf: () => undefined, accessOf: operation.accessOf, inputs: NO_INPUTS };
  if (personType === undefined || plan.node === undefined || plan.node.kind === 'Subscription') return open;
  const conditions = createFieldConditions(operation, personType, graph);
  const isConditional =
    coordinates.some(({ typeName, fieldName }) => conditions.ofField(typeName, fieldName) !== undefined) ||
    sends.some(({ typeName, fieldName }) => conditions.ofInput(typeName, fieldName) !== undefined);
  if (!isConditional) return open;

  const gates = new Map<FetchNode, FetchGate>();
  const inputs = createInputs(conditions, graph);
  const node = gateNode(separatePersons(plan.node, conditions, graph, closedInputs), []);
  return {
    plan: { ...plan, ...(node === undefined ? { node: { kind: 'Sequence', nodes: [] } } : { node }) },
    gateOf: (fetch) => gates.get(fetch),
    ...inputs.accessFor(operation, keyOf),
  };

  /** In the order of execution, so that what a fetch sends has been seen where it was read. */
  function gateNode(part: PlanNode, path: readonly string[]): PlanNode | undefined {
    switch (part.kind) {
      case 'Fetch':
        return gateFetch(part, path);
      case 'Flatten': {
        const inner = gateNode(part.node, [
          ...path,
          ...part.path.map((element) => readPathElement(String(element)).key),
        ]);
        return inner && { ...part, node: inner };
      }
      case 'Sequence':
      case 'Parallel':
        return { ...part, nodes: part.nodes.flatMap((child) => gateNode(child, path) ?? []) };
      case 'Condition': {
        const { ifClause, elseClause, ...rest } = part;
        const [yes, no] = [ifClause && gateNode(ifClause, path), elseClause && gateNode(elseClause, path)];
        return { ...rest, ...(yes && { ifClause: yes }), ...(no && { elseClause: no }) };
      }
      case 'Defer':
        return part;
    }
  }

  function gateFetch(fetch: FetchNode, path: readonly string[]): FetchNode | undefined {
    const gate = compileFetchGate({ fetch, conditions, graph, inputsOf: inputs.ofFetch(fetch, path) });
    if (gate === undefined) return fetch;
    // Outside of any person no condition holds for any requester.
    if (fetch.requires === undefined) return gate.variantFor([], undefined);
    gates.set(fetch, gate);
    return fetch;
  }
}

/** Conditional inputs of fields by the place where they are fetched. */
function createInputs(conditions: FieldConditions, graph: GraphIndex) {
  const byPlace = new Map<string, Map<string, FieldCoordinate & { readonly anyOf: FactAlternatives }>>();
  const placeOf = (at: readonly string[], typeName: string, key: string): string =>
    `${at.filter((part) => part !== '@').join('/')} ${typeName} ${key}`;

  /**
   * What a selection sends; a person's fields inside of another's cannot be told whose they are, and are never open.
   */
  function conditionalIn(selections: readonly SelectionNode[], typeName: string) {
    return graph.coordinatesIn(selections, typeName).flatMap((coordinate) => {
      const anyOf = conditions.ofInput(coordinate.typeName, coordinate.fieldName);
      if (anyOf === undefined) return [];
      const isOther = coordinate.typeName === conditions.personType && !namesTopLevel(selections, coordinate.fieldName);
      return [{ ...coordinate, anyOf: isOther ? [] : anyOf }];
    });
  }

  function ofFetch(fetch: FetchNode, path: readonly string[]) {
    const sent = sentNames(fetch.requires ?? []);
    const renamed = renamedKeys(fetch.outputRewrites);
    return (typeName: string, field: FieldNode): FieldInputs => {
      const key = keyFor(fetch.serviceName, typeName, sent);
      const required = graph.requiresOf(typeName, field.name.value, fetch.serviceName);
      const selections = [...key, ...required];
      const names = new Set(selections.flatMap((each) => (each.kind === Kind.FIELD ? [each.name.value] : [])));
      const all = new Map(
        conditionalIn(selections, typeName).map((each) => [`${each.typeName}.${each.fieldName}`, each]),
      );
      for (const name of names)
        for (const [id, each] of byPlace.get(placeOf(path, typeName, name)) ?? []) all.set(id, each);
      if (all.size > 0) {
        const responseKey = (field.alias ?? field.name).value;
        byPlace.set(placeOf(path, typeName, renamed.get(responseKey) ?? responseKey), all);
      }
      return { alternatives: [...all.values()].map(({ anyOf }) => anyOf), names };
    };
  }

  /** The key that identifies the object, by preference one that may be sent about anybody. */
  function keyFor(subgraph: string, typeName: string, sent: ReadonlySet<string>): readonly SelectionNode[] {
    const keys = graph
      .keysOf(subgraph, typeName)
      .filter((key) => key.every((field) => field.kind === Kind.FIELD && sent.has(field.name.value)));
    // An interface object is known by the interface's key: all that is sent counts.
    const usable = keys.length > 0 ? keys : [[...sent].map((name) => fieldNamed(name))];
    return usable.find((key) => conditionalIn(key, typeName).length === 0) ?? usable[0] ?? [];
  }

  function accessFor(
    operation: EngineOperation,
    keyOf: (field: FieldNode) => string,
  ): Pick<GatedPlan, 'accessOf' | 'inputs'> {
    if (byPlace.size === 0) return { accessOf: operation.accessOf, inputs: NO_INPUTS };
    const places = placesOfFields(operation, keyOf);
    const needed = new Map<string, readonly FieldCoordinate[]>();
    const accessByField = new Map<FieldNode, Map<string, FieldAccess>>();
    const inputsOf = (typeName: string, field: FieldNode) =>
      (places.get(field) ?? []).flatMap((at) => [
        ...(byPlace.get(placeOf([at], typeName, keyOf(field)))?.values() ?? []),
      ]);
    for (const place of byPlace.keys()) {
      const [, typeName = '', key = ''] = place.split(' ');
      for (const [field] of places) {
        if (keyOf(field) === key) needed.set(`${typeName}.${field.name.value}`, inputsOf(typeName, field));
      }
    }
    return {
      inputs: needed,
      accessOf(typeName, field) {
        const ofField = accessByField.get(field) ?? new Map<string, FieldAccess>();
        accessByField.set(field, ofField);
        const cached = ofField.get(typeName);
        if (cached !== undefined) return cached;
        const alternatives = inputsOf(typeName, field).map(({ anyOf }) => anyOf);
        const access = restrict(operation.accessOf(typeName, field), alternatives);
        ofField.set(typeName, access);
        return access;
      },
    };
  }

  return { ofFetch, accessFor };
}

function restrict(access: FieldAccess, alternatives: readonly FactAlternatives[]): FieldAccess {
  if (access.kind === 'deny' || alternatives.length === 0) return access;
  const rules = access.kind === 'rules' ? access.rules : [{ anyOf: [[]], transform: undefined }];
  return { kind: 'rules', rules: rules.map((rule) => ({ ...rule, anyOf: allOf([rule.anyOf, ...alternatives]) })) };
}

/** Paths, in keys of the plan's data, at which each field of the client's operation stands. */
function placesOfFields(
  { original, operationName }: EngineOperation,
  keyOf: (field: FieldNode) => string,
): ReadonlyMap<FieldNode, readonly string[]> {
  const fragments = fragmentsOf(original);
  const places = new Map<FieldNode, string[]>();
  const walk = (selections: readonly SelectionNode[], at: readonly string[]): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        places.set(selection, [...(places.get(selection) ?? []), at.join('/')]);
        walk(selection.selectionSet?.selections ?? [], [...at, keyOf(selection)]);
      } else {
        const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
        walk(inner?.selectionSet.selections ?? [], at);
      }
    }
  };
  for (const definition of original.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    if (operationName === undefined || definition.name?.value === operationName)
      walk(definition.selectionSet.selections, []);
  }
  return places;
}

function sentNames(requires: readonly QueryPlanSelectionNode[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const selection of requires) {
    if (selection.kind === 'InlineFragment') for (const name of sentNames(selection.selections)) names.add(name);
    else if (selection.name !== '__typename') names.add(selection.name);
  }
  return names;
}

function namesTopLevel(selections: readonly SelectionNode[], fieldName: string): boolean {
  return selections.some((selection) =>
    selection.kind === Kind.FIELD
      ? selection.name.value === fieldName
      : selection.kind === Kind.INLINE_FRAGMENT && namesTopLevel(selection.selectionSet.selections, fieldName),
  );
}
