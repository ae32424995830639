import { type GraphQLSchema, isInterfaceType, isObjectType, validate } from 'graphql';
import type { Change } from '../checkContext.ts';
import { type Draft, distinct } from '../finding.ts';
import type { KnownOperation, OperationInUse } from '../operations.ts';
import { type SchemaChange, schemaChanges } from './schemaChanges.ts';

/**
 * Check 3: what the publication changes for clients. A breaking change that nobody uses is a warning; one in use is an
 * error that names the clients and operations.
 */
export function changeFindings({ before, after }: Change, used: readonly OperationInUse[]): readonly Draft[] {
  if (before === undefined) return [];
  const old = before.schema();
  const changes = schemaChanges(old, after.schema());
  const notable = changes.filter(({ severity }) => severity !== 'safe');
  const drafts = notable.map((change) => {
    const names = namesOf(change, old);
    const users = used.filter(({ coordinates }) => names.some((name) => coordinates.has(name)));
    return draftOf(
      change,
      users.map(({ operation }) => operation),
    );
  });
  // A type that changes safely can still break a document: two selections of one name must have the same type.
  const breaking = changes.filter(({ severity, code }) => severity !== 'safe' || code.endsWith('_CHANGED'));
  const types = new Set(breaking.map(({ coordinate }) => coordinate.split('.')[0] ?? ''));
  const concerned = used.filter(({ coordinates }) => [...types].some((type) => coordinates.has(type)));
  const rest = concerned.map(({ operation }) => operation);
  return [...drafts, ...brokenOtherwise(drafts, rest, old, after.schema())];
}

function draftOf(change: SchemaChange, users: readonly KnownOperation[]): Draft {
  const { code, coordinate, message, severity } = change;
  const clients = distinct(users.flatMap((user) => user.clients));
  const isBreaking = severity === 'breaking';
  const breaks = isBreaking && users.length > 0;
  return {
    code,
    level: breaks ? 'error' : isBreaking ? 'warning' : 'notice',
    check: 'changes',
    coordinate,
    detail: message,
    message: users.length === 0 ? message : `${message} ${breaks ? 'Breaks' : 'Concerns'} ${usersText(users)}.`,
    whatToDo: breaks
      ? 'Deprecate it with a reason and an end date, wait until these clients have changed, then publish this.'
      : isBreaking
        ? 'No known client uses it. Deprecate it first if a client could.'
        : 'Make sure that clients can handle values and types that they do not know.',
    ...(users.length > 0 && { affected: { clients, operations: distinct(users.map(({ name }) => name)) } }),
    ...(breaks && { secondPerson: `${coordinate} is in use by ${clients.join(', ')}, and the change breaks them.` }),
  };
}

/** Operations that are no longer valid although no change above names them; a net below the comparison. */
function brokenOtherwise(
  drafts: readonly Draft[],
  operations: readonly KnownOperation[],
  before: GraphQLSchema,
  after: GraphQLSchema,
): readonly Draft[] {
  const named = new Set(
    drafts.flatMap(({ level, affected }) => (level === 'error' ? (affected?.operations ?? []) : [])),
  );
  return operations.flatMap(({ document, name, clients }): readonly Draft[] => {
    if (document === undefined || named.has(name)) return [];
    const [error] = validate(after, document);
    if (error === undefined || validate(before, document).length > 0) return [];
    return [
      {
        code: 'OPERATION_BREAKS',
        level: 'error',
        check: 'changes',
        detail: name,
        message: `The operation ${name} of ${clients.join(', ')} is no longer valid: ${error.message}`,
        whatToDo: 'Keep what the operation needs until its client has changed.',
        affected: { clients: distinct(clients), operations: [name] },
        secondPerson: `The operation ${name} of ${clients.join(', ')} breaks.`,
      },
    ];
  });
}

/** A field of an interface is also used through its types, and the other way around. */
function namesOf({ coordinate, usedAs = coordinate }: SchemaChange, schema: GraphQLSchema): readonly string[] {
  const [typeName = '', field] = usedAs.split('.');
  const type = schema.getType(typeName);
  if (field === undefined || type === undefined) return [usedAs];
  const [name = ''] = field.split('(');
  const related = isInterfaceType(type)
    ? schema.getImplementations(type).objects
    : isObjectType(type)
      ? type.getInterfaces().filter((each) => Object.hasOwn(each.getFields(), name))
      : [];
  return [usedAs, ...related.map((each) => `${each.name}.${field}`)];
}

/** At most three operations by name, with their clients and how often they were sent. */
function usersText(users: readonly KnownOperation[]): string {
  const named = users.slice(0, 3).map(({ name, clients, count }) => {
    const requests = count === 0 ? '' : `, ${count} requests in 90 days`;
    return `${name} (${distinct(clients).join(', ')}${requests})`;
  });
  const more = users.length > 3 ? ` and ${users.length - 3} more operations` : '';
  return `${named.join(', ')}${more}`;
}
