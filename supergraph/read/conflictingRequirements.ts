import {
  buildASTSchema,
  type DocumentNode,
  doTypesOverlap,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  print,
  type SelectionNode,
} from 'graphql';

/** Field on the path from an entity to what one of its fields requires. */
interface Step {
  readonly parent: GraphQLCompositeType;
  readonly name: string;
  /** Arguments as text, without those that have their default value. */
  readonly args: string;
}

/** Path through a `@requires`, and the field that has it. */
interface Requirement {
  readonly by: string;
  readonly path: readonly Step[];
}

/**
 * Finds fields that `@requires` one field with different arguments, where one operation can select both. The planner
 * selects such a field once and gives its value to both, without an error. Returns a sentence for each pair; none for a
 * supergraph that can be planned. See docs/planner-limits.md.
 */
export function conflictingRequirements(supergraph: DocumentNode): readonly string[] {
  const required = requiredFieldSets(supergraph);
  if (!required.some(({ fields }) => fields.includes('('))) return [];
  const schema = buildASTSchema(supergraph, { assumeValid: true, assumeValidSDL: true });
  const requirements = required.flatMap(({ typeName, fieldName, fields }) => {
    const type = schema.getType(typeName);
    return isCompositeType(type)
      ? pathsOf(fields, type, schema).map((path): Requirement => ({ by: `${typeName}.${fieldName}`, path }))
      : [];
  });
  const problems = new Set<string>();
  for (const one of requirements) {
    for (const other of requirements) {
      // The other may begin where this one is: its field can be selected there as well.
      for (let start = 0; start < one.path.length; start++) {
        const conflict = firstConflict(one.path.slice(start), other.path, schema);
        if (conflict === undefined) continue;
        const [here, there] = conflict;
        // Both begin at the same place: the pair is found again the other way round.
        if (start === 0 && `${one.by} ${here.args}` > `${other.by} ${there.args}`) continue;
        problems.add(
          `${one.by} requires ${coordinate(here)}, and ${other.by} requires ${coordinate(there)}: ` +
            `the planner selects ${here.parent.name}.${here.name} once, so one of them would get the value of the other. ` +
            `Give each of these arguments a field of its own, without arguments, and require that.`,
        );
      }
    }
  }
  return [...problems];
}

/** Returns the step at which two paths along the same fields differ in their arguments. */
function firstConflict(
  one: readonly Step[],
  other: readonly Step[],
  schema: GraphQLSchema,
): readonly [Step, Step] | undefined {
  for (const [index, here] of one.entries()) {
    const there = other[index];
    if (there === undefined || there.name !== here.name || !doTypesOverlap(schema, here.parent, there.parent)) {
      return undefined;
    }
    if (here.args !== there.args) return [here, there];
  }
  return undefined;
}

function coordinate({ parent, name, args }: Step): string {
  return `${parent.name}.${name}${args === '' ? '' : `(${args})`}`;
}

function requiredFieldSets(supergraph: DocumentNode) {
  return supergraph.definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION
      ? (definition.fields ?? []).flatMap((field) =>
          (field.directives ?? []).flatMap((directive) => {
            if (directive.name.value !== 'join__field') return [];
            const fields = directive.arguments?.find(({ name }) => name.value === 'requires')?.value;
            return fields?.kind === Kind.STRING
              ? [{ typeName: definition.name.value, fieldName: field.name.value, fields: fields.value }]
              : [];
          }),
        )
      : [],
  );
}

function pathsOf(fields: string, type: GraphQLCompositeType, schema: GraphQLSchema): readonly (readonly Step[])[] {
  const [definition] = parse(`{${fields}}`, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) return [];
  const walk = (selections: readonly SelectionNode[], parent: GraphQLCompositeType): Step[][] =>
    selections.flatMap((selection): Step[][] => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = schema.getType(selection.typeCondition?.name.value ?? parent.name);
        return isCompositeType(condition) ? walk(selection.selectionSet.selections, condition) : [];
      }
      const step: Step = { parent, name: selection.name.value, args: argumentsText(selection, parent) };
      const returned = fieldOf(parent, step.name)?.type;
      const inner = returned === undefined ? undefined : getNamedType(returned);
      if (selection.selectionSet === undefined || !isCompositeType(inner)) return [[step]];
      return walk(selection.selectionSet.selections, inner).map((rest) => [step, ...rest]);
    });
  return walk(definition.selectionSet.selections, type);
}

function argumentsText(field: FieldNode, parent: GraphQLCompositeType): string {
  const definitions = fieldOf(parent, field.name.value)?.args ?? [];
  return (field.arguments ?? [])
    .filter(({ name, value }) => {
      const byDefault = definitions.find((definition) => definition.name === name.value)?.astNode?.defaultValue;
      return byDefault === undefined || print(byDefault) !== print(value);
    })
    .map((argument) => print(argument))
    .sort()
    .join(', ');
}

function fieldOf(type: GraphQLCompositeType, name: string) {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}
