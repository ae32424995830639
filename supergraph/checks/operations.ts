import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { CheckInput } from './checkInput.ts';

/** One operation in use: a trusted document, or one that gateways reported in the last 90 days. */
export interface KnownOperation {
  readonly hash: string;
  readonly name: string;
  readonly clients: readonly string[];
  /** Requests in the last 90 days; 0 for a trusted document that nobody has sent yet. */
  readonly count: number;
  readonly document: DocumentNode | undefined;
  readonly text: string | undefined;
  /** Coordinates that gateways reported; absent for trusted documents. */
  readonly reported: readonly string[];
}

const DAYS = 90;

/** Lists the operations in use, each once, the busiest first. */
function knownOperations({ documents = [], usage = [], today }: CheckInput): readonly KnownOperation[] {
  const byHash = new Map<string, KnownOperation>();
  for (const { hash, name, client, version, text } of documents) {
    const clients = [...(byHash.get(hash)?.clients ?? []), `${client} ${version}`];
    byHash.set(hash, { hash, name, clients, count: 0, text, document: parsedOperation(text), reported: [] });
  }
  for (const { hash, name, client, text, coordinates, count, lastDay } of usage) {
    if (today !== undefined && daysBetween(lastDay, today) > DAYS) continue;
    const known = byHash.get(hash);
    const names = known?.clients.some((each) => each.startsWith(`${client} `)) ? [] : [client];
    byHash.set(hash, {
      hash,
      name: known?.name ?? name ?? hash.slice(0, 19),
      clients: [...(known?.clients ?? []), ...names],
      count: (known?.count ?? 0) + count,
      text: known?.text ?? text,
      document: known?.document ?? (text === undefined ? undefined : parsedOperation(text)),
      reported: [...(known?.reported ?? []), ...coordinates],
    });
  }
  return [...byHash.values()].sort((a, b) => b.count - a.count || (a.hash < b.hash ? -1 : 1));
}

function parsedOperation(text: string): DocumentNode | undefined {
  try {
    return parse(text, { noLocation: true });
  } catch {
    return undefined;
  }
}

function daysBetween(first: string, second: string): number {
  return (Date.parse(second) - Date.parse(first)) / 86_400_000;
}

/** An operation with what it uses of the schema in service. */
export interface OperationInUse {
  readonly operation: KnownOperation;
  readonly coordinates: ReadonlySet<string>;
}

export function operationsInUse(input: CheckInput, schema: GraphQLSchema | undefined): readonly OperationInUse[] {
  return knownOperations(input).map((operation) => ({
    operation,
    coordinates: schema ? coordinatesUsed(operation, schema) : new Set(operation.reported),
  }));
}

/** Coordinates and types that an operation uses: fields, arguments, enums, input types, and type conditions. */
function coordinatesUsed({ document, reported }: KnownOperation, schema: GraphQLSchema): ReadonlySet<string> {
  const used = new Set(reported);
  if (document === undefined) return used;
  const types = new TypeInfo(schema);
  const addInput = (type: unknown): void => {
    if (!isInputObjectType(type)) {
      if (typeof type === 'object' && type !== null && 'name' in type) used.add(String(type.name));
      return;
    }
    if (used.has(type.name)) return;
    used.add(type.name);
    for (const field of Object.values(type.getFields())) addInput(getNamedType(field.type));
  };
  visit(
    document,
    visitWithTypeInfo(types, {
      Field() {
        const parent = types.getParentType();
        const field = types.getFieldDef();
        if (!parent || !field) return;
        used.add(`${parent.name}.${field.name}`).add(parent.name).add(getNamedType(field.type).name);
      },
      Argument() {
        const parent = types.getParentType();
        const field = types.getFieldDef();
        const argument = types.getArgument();
        if (parent && field && argument) used.add(`${parent.name}.${field.name}(${argument.name}:)`);
        if (argument) addInput(getNamedType(argument.type));
      },
      NamedType: ({ name }) => {
        used.add(name.value);
        addInput(schema.getType(name.value));
      },
    }),
  );
  return used;
}
