import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type InlineFragmentNode,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionNode,
} from 'graphql';
import { operationError } from '../../errors/createErrors.ts';
import type { Decision } from '../../model/decision.ts';
import type { Operation } from '../../model/operation.ts';
import type { UnreachableField } from '../../planning/planner/unreachableFields.ts';
import { PERSON_TYPE } from '../../supergraph/policyTable.ts';
import { type Attribution, denyUnattributed, leadsToPersons } from '../attribution.ts';
import { decideField } from '../decisions/decideField.ts';
import type { DecisionTable } from '../decisions/decisionTable.ts';
import { expandFragments } from './expandFragments.ts';
import { conditionsOf, type InclusionCondition } from './inclusionConditions.ts';
import { prunedDocument } from './prunedDocument.ts';
import { intersect, namedType, placeOf, runtimeTypesOf, tooComplex, unwrap } from './pruningTypes.ts';

/** One denied coordinate at one place of the answer. */
export interface Denial {
  /** Response keys from the root, aliases included; "@" stands for every position of a list. */
  readonly path: readonly string[];
  /** Type.field; or Type where objects of the type are denied whatever leads to them. */
  readonly coordinate: string;
  readonly decision: Extract<Decision, { kind: 'deny' }>;
  /** The denial counts when all conditions of one of the entries hold; an empty entry always holds. */
  readonly when: readonly (readonly InclusionCondition[])[];
}

/** One decision at one place, allowed or not. Below a denied place nothing is decided. */
export interface FieldDecision {
  readonly path: readonly string[];
  readonly coordinate: string;
  readonly decision: Decision;
}

export interface PrunedOperation {
  /** The operation without anything that is denied, fragments expanded. Undefined: nothing is left. */
  readonly pruned: DocumentNode | undefined;
  readonly denials: readonly Denial[];
  /** Every decision of the operation, in the order of its text. */
  readonly fieldDecisions: readonly FieldDecision[];
  /** How many selections were looked at, fragments expanded. */
  readonly selections: number;
}

export interface PruneInput {
  readonly schema: GraphQLSchema;
  readonly operation: Pick<Operation, 'definition' | 'fragments'>;
  readonly decisions: Pick<
    DecisionTable,
    'decide' | 'decideType' | 'decideArgument' | 'decideInput' | 'defaultedArguments' | 'unmet'
  >;
  /** Object type of persons, and the response key under which each one's id is asked for besides. */
  readonly person?: { readonly typeName: string; readonly idKey: string } | undefined;
  /** Fields that no plan can reach with what may be sent; each is denied for the input that it needs. */
  readonly unreachable?: readonly UnreachableField[];
  /** Where it is given, guarded fields are kept only where it can be known whose data they are. */
  readonly attribution?: Attribution | undefined;
  /** Selections after expansion of fragments; beyond it the operation is refused. */
  readonly maxSelections: number;
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * Removes what is denied before anything is planned. On abstract types each runtime type is decided by itself: a field
 * that only some of them may show is kept for those alone. Throws GraphQLError OPERATION_TOO_COMPLEX.
 */
export function pruneOperation({
  schema,
  operation: { definition, fragments },
  decisions,
  person,
  unreachable = [],
  attribution,
  maxSelections,
}: PruneInput): PrunedOperation {
  const denials = new Map<string, { denial: Omit<Denial, 'when'>; when: (readonly InclusionCondition[])[] }>();
  const fieldDecisions = new Map<string, FieldDecision>();
  const inputs = new Map(
    unreachable.map((field) => [placeOf(field.path, field.typeName, field.fieldName), field.needs]),
  );
  let selectionsLeft = maxSelections;

  /** Fragments are expanded: without a bound, a short document of nested fragments would expand without end. */
  function spend(): void {
    if (--selectionsLeft < 0) throw tooComplex(maxSelections);
  }

  interface Scope {
    /** Object types that an object at this place can have. */
    readonly runtimeTypes: readonly GraphQLObjectType[];
    /** Those of them of which the requester may not even know that there is one: the object itself is denied. */
    readonly hidden: ReadonlySet<GraphQLObjectType>;
    /** The type that the text names here; a planner takes it to stand for every type under it. */
    readonly stated: GraphQLNamedType | undefined;
    readonly path: readonly string[];
    readonly conditions: readonly InclusionCondition[];
    /** Whether something above this place says whose data it is. */
    readonly isAttributed: boolean;
  }

  function pruneSelections(selections: readonly SelectionNode[], scope: Scope): SelectionNode[] {
    const kept: SelectionNode[] = [];
    for (const selection of selections) {
      spend();
      const conditions = conditionsOf(selection.directives ?? []);
      if (conditions === 'excluded') continue;
      const inner: Scope = { ...scope, conditions: [...scope.conditions, ...conditions] };
      switch (selection.kind) {
        case Kind.FIELD:
          kept.push(...pruneField(selection, inner));
          break;
        case Kind.INLINE_FRAGMENT:
          kept.push(...pruneFragment(selection, selection.typeCondition?.name.value, selection.selectionSet, inner));
          break;
        case Kind.FRAGMENT_SPREAD: {
          const fragment = fragments.get(selection.name.value);
          if (fragment === undefined) break;
          kept.push(...pruneFragment(selection, fragment.typeCondition.name.value, fragment.selectionSet, inner));
          break;
        }
      }
    }
    return kept;
  }

  function pruneFragment(
    { directives }: { readonly directives?: readonly DirectiveNode[] },
    condition: string | undefined,
    { selections }: { readonly selections: readonly SelectionNode[] },
    scope: Scope,
  ): SelectionNode[] {
    const type = condition === undefined ? undefined : schema.getType(condition);
    const runtimeTypes =
      condition === undefined ? scope.runtimeTypes : intersect(scope.runtimeTypes, runtimeTypesOf(schema, type));
    const kept = pruneSelections(selections, { ...scope, runtimeTypes, stated: type ?? scope.stated });
    if (kept.length === 0) return [];
    const fragment: InlineFragmentNode = {
      kind: Kind.INLINE_FRAGMENT,
      selectionSet: { kind: Kind.SELECTION_SET, selections: kept },
      ...(condition === undefined ? {} : { typeCondition: namedType(condition) }),
      ...(directives === undefined ? {} : { directives }),
    };
    return [fragment];
  }

  function pruneField(field: FieldNode, scope: Scope): SelectionNode[] {
    const name = field.name.value;
    if (name.startsWith('__')) return [expandFragments(field, fragments, spend)];
    const path = [...scope.path, field.alias?.value ?? name];
    const allowed: GraphQLObjectType[] = [];
    for (const type of scope.runtimeTypes) {
      if (scope.hidden.has(type)) continue;
      const decision = decideAttributed(type, field, path, scope.isAttributed);
      const coordinate = `${type.name}.${name}`;
      fieldDecisions.set(JSON.stringify([path, coordinate]), { path, coordinate, decision });
      if (decision.kind === 'allow') allowed.push(type);
      else deny(path, coordinate, decision, scope.conditions);
    }
    if (allowed.length === 0) return [];
    const stated = runtimeTypesOf(schema, scope.stated);
    if (stated.every((type) => allowed.includes(type))) {
      return [pruneInside(field, allowed, scope.stated, path, scope)];
    }
    return allowed.map((type) => ({
      kind: Kind.INLINE_FRAGMENT,
      typeCondition: namedType(type.name),
      selectionSet: {
        kind: Kind.SELECTION_SET,
        selections: [pruneInside(field, [type], type, path, scope)],
      },
    }));
  }

  /** The gateway reads the id of every person that it shows: where the id is denied, nobody can be shown. */
  function closedIdOf(typeName: string): Denial['decision'] | undefined {
    const decision = typeName === person?.typeName ? decisions.decide(typeName, 'id') : undefined;
    return decision?.kind === 'deny' ? decision : undefined;
  }

  /** As decided for the field itself, or for the closed input that it cannot be had without. */
  function decideReached(typeName: string, field: FieldNode, path: readonly string[]): Decision {
    const decision = decideField(decisions, typeName, field);
    if (decision.kind === 'deny') return decision;
    const type = schema.getType(typeName);
    const returned = isObjectType(type) ? type.getFields()[field.name.value]?.type : undefined;
    const closedId = returned === undefined ? undefined : closedIdOf(unwrap(returned).type.name);
    if (closedId !== undefined) return closedId;
    const needs = inputs.get(placeOf(path, typeName, field.name.value));
    if (needs === undefined) return decision;
    const [inputType = '', inputField = ''] = needs.split('.');
    return decisions.decideInput(inputType, inputField);
  }

  function leads(type: GraphQLObjectType): boolean {
    return attribution !== undefined && leadsToPersons(attribution, decisions, type);
  }

  /** As decided for the field, unless nobody could say whose data it shows. */
  function decideAttributed(
    type: GraphQLObjectType,
    field: FieldNode,
    path: readonly string[],
    isAttributed: boolean,
  ): Decision {
    const name = field.name.value;
    const decision = decideReached(type.name, field, path);
    if (attribution === undefined || isAttributed || decision.kind === 'deny') return decision;
    const isGuarded = decision.basis.kind === 'owner' || decision.basis.kind === 'approval';
    if (!isGuarded || attribution.isAboutNobody(type.name, name) || leads(type)) return decision;
    // The way to persons shows nothing by itself.
    const returned = type.getFields()[name];
    const types = returned === undefined ? [] : runtimeTypesOf(schema, unwrap(returned.type).type);
    const leadsToGuarded = types.length > 0 && types.every(leads);
    return leadsToGuarded ? decision : denyUnattributed(attribution, decisions, type.name, name);
  }

  function pruneInside(
    field: FieldNode,
    parents: readonly GraphQLObjectType[],
    parent: GraphQLNamedType | undefined,
    path: readonly string[],
    { conditions, isAttributed }: Scope,
  ): FieldNode {
    if (field.selectionSet === undefined) return field;
    // Implementers of one interface may return narrower types than it does: what can be here is the union of them.
    const returned = parents
      .flatMap((parent) => parent.getFields()[field.name.value] ?? [])
      .map(({ type }) => unwrap(type));
    const listDepth = returned[0]?.listDepth ?? 0;
    const runtimeTypes = [...new Set(returned.flatMap(({ type }) => runtimeTypesOf(schema, type)))];
    const place = [...path, ...Array<string>(listDepth).fill('@')];
    // Where a type is returned by its own name, its guard has been decided with the field. A person's is decided for each.
    const isAbstract = returned.some(({ type }) => !isObjectType(type));
    const isDecided = (type: GraphQLObjectType): boolean => isAbstract || type.name === PERSON_TYPE;
    const hidden = new Set(runtimeTypes.filter((type) => isDecided(type) && hide(type, place, conditions)));
    const stated = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field.name.value] : undefined;
    const kept = pruneSelections(field.selectionSet.selections, {
      runtimeTypes,
      hidden,
      stated: stated === undefined ? undefined : unwrap(stated.type).type,
      path: place,
      conditions,
      isAttributed: isAttributed || parents.every(leads),
    });
    // What stands at such a place is only known by its name.
    const selections = [...kept, ...personIdOf(runtimeTypes, hidden), ...(isAbstract ? [TYPENAME] : [])];
    return {
      ...field,
      selectionSet: { kind: Kind.SELECTION_SET, selections: selections.length === 0 ? [TYPENAME] : selections },
    };
  }

  /**
   * Whether objects of a type are left out whatever they hold. One error is reported for every object of the type that
   * could be there, and for those that are left out because of a person as well: it must not depend on the data.
   */
  function hide(type: GraphQLObjectType, path: readonly string[], conditions: readonly InclusionCondition[]): boolean {
    const decision = closedIdOf(type.name) ?? decisions.decideType(type.name);
    if (decision.kind === 'allow' && decision.rules === undefined) return false;
    fieldDecisions.set(JSON.stringify([path, type.name]), { path, coordinate: type.name, decision });
    const isHidden = decision.kind === 'deny';
    deny(path, type.name, isHidden ? decision : decisions.unmet(decision.rules ?? []), conditions);
    return isHidden;
  }

  /** Whose data is shown, and on whom a decision may depend, must be known whatever path led to the person. */
  function personIdOf(
    runtimeTypes: readonly GraphQLObjectType[],
    hidden: ReadonlySet<GraphQLObjectType>,
  ): readonly SelectionNode[] {
    const ofPerson = runtimeTypes.find(({ name }) => name === person?.typeName);
    if (person === undefined || ofPerson === undefined || hidden.has(ofPerson)) return [];
    if (closedIdOf(person.typeName) !== undefined) return [];
    const id: FieldNode = {
      kind: Kind.FIELD,
      alias: { kind: Kind.NAME, value: person.idKey },
      name: { kind: Kind.NAME, value: 'id' },
    };
    if (runtimeTypes.length === 1) return [id];
    return [
      {
        kind: Kind.INLINE_FRAGMENT,
        typeCondition: namedType(person.typeName),
        selectionSet: { kind: Kind.SELECTION_SET, selections: [id] },
      },
    ];
  }

  function deny(
    path: readonly string[],
    coordinate: string,
    decision: Extract<Decision, { kind: 'deny' }>,
    conditions: readonly InclusionCondition[],
  ): void {
    const key = JSON.stringify([path, coordinate]);
    const existing = denials.get(key);
    if (existing === undefined) denials.set(key, { denial: { path, coordinate, decision }, when: [conditions] });
    else existing.when.push(conditions);
  }

  const root = schema.getRootType(definition.operation);
  if (!root) throw operationError('BAD_REQUEST', `The graph has no ${definition.operation}.`);
  const selections = pruneSelections(definition.selectionSet.selections, {
    runtimeTypes: [root],
    hidden: new Set(),
    stated: root,
    path: [],
    conditions: [],
    isAttributed: false,
  });
  return {
    pruned: selections.length === 0 ? undefined : prunedDocument(definition, selections),
    denials: [...denials.values()].map(({ denial, when }) => ({ ...denial, when })),
    fieldDecisions: [...fieldDecisions.values()],
    selections: maxSelections - selectionsLeft,
  };
}
