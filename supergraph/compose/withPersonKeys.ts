import { type FieldDefinitionNode, Kind, type ObjectTypeDefinitionNode, parse, valueFromASTUntyped } from 'graphql';

/** Field names that can be written into SDL. */
const FIELD = /^[a-z][A-Za-z0-9]{1,60}$/;

/**
 * Adds each system's key to the type Person of the person index's SDL, as in
 * `@key(fields: "agingClientId")` and `agingClientId: ID @inaccessible`. Keys that it already has stay as they are, and
 * the rest of the text is unchanged. Throws if a key is not a field name, or is a field of Person that is no key.
 *
 * @param personKeys key field by system, as in ServedSupergraph
 */
export function withPersonKeys(identitySdl: string, personKeys: Readonly<Record<string, string>>): string {
  const person = parse(identitySdl).definitions.find(
    (node): node is ObjectTypeDefinitionNode =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === 'Person',
  );
  const last = person?.fields?.at(-1);
  if (person?.loc === undefined || last?.loc === undefined) throw new Error('The person index has no type Person.');
  const missing = missingKeys(person, personKeys);
  if (missing.length === 0) return identitySdl;
  const nameEnd = (person.directives?.at(-1) ?? person.interfaces?.at(-1) ?? person.name).loc?.end ?? person.loc.end;
  const keys = missing.map((field) => `\n  @key(fields: "${field}")`).join('');
  const fields = missing.map((field) => `\n  ${field}: ID @inaccessible`).join('');
  return (
    identitySdl.slice(0, nameEnd) +
    keys +
    identitySdl.slice(nameEnd, last.loc.end) +
    fields +
    identitySdl.slice(last.loc.end)
  );
}

/** In the order of the systems' names, so that the same keys give the same text. */
function missingKeys(
  person: ObjectTypeDefinitionNode,
  personKeys: Readonly<Record<string, string>>,
): readonly string[] {
  const fieldsByName = new Map<string, FieldDefinitionNode>(person.fields?.map((field) => [field.name.value, field]));
  const keys = new Set(
    person.directives
      ?.filter(({ name }) => name.value === 'key')
      .flatMap(({ arguments: given }) => given?.map(({ value }) => valueFromASTUntyped(value)) ?? []),
  );
  const wanted = Object.entries(personKeys).sort(([a], [b]) => (a < b ? -1 : 1));
  const missing = new Set<string>();
  for (const [system, field] of wanted) {
    if (keys.has(field)) continue;
    if (!FIELD.test(field)) throw new Error(`The key of ${system} is not a field name. Use one such as agingClientId.`);
    if (fieldsByName.has(field) || missing.has(field)) {
      throw new Error(
        `Person.${field} cannot be the key of ${system}: the field has another meaning. Use another name.`,
      );
    }
    missing.add(field);
  }
  return [...missing];
}
