import { setImmediate as nextTurn } from 'node:timers/promises';
import { GraphQLError } from 'graphql';
import { validatedDocument } from '../documents/validatedDocuments.ts';
import type { BusyOperation } from '../preparation/preparedRequest.ts';
import type { Generation } from './generation.ts';

/** Operations that are prepared before a generation serves its first request, and the time for all of them. */
const MOST_OPERATIONS = 50;
const LONGEST_MS = 1_000;

/**
 * Prepares the busiest operations of the former generation on the next one, so that the change delays nobody. An
 * operation that is no longer valid is skipped. Rejects if one is valid but cannot be planned: the supergraph would fail
 * for its callers.
 */
export async function warmUp(former: Generation, next: Generation): Promise<void> {
  const deadline = performance.now() + LONGEST_MS;
  // A supergraph may lack the systems that the gateway asks itself. Its conditions are then not met, as before.
  await Promise.allSettled(next.ownQueries.map((query) => query.prepare()));
  for (const busy of former.busiest(MOST_OPERATIONS)) {
    await nextTurn();
    if (performance.now() > deadline) return;
    if (next.isValid(busy.operation.document)) await prepareOn(next, busy);
  }
}

async function prepareOn({ documents, pipeline }: Generation, { operation, requester }: BusyOperation): Promise<void> {
  const { document, documentHash, definition } = operation;
  const text = document.loc?.source.body;
  const validated =
    text === undefined ? validatedDocument(document, documentHash) : documents.add(text, document, documentHash);
  const name = definition.name?.value;
  try {
    await pipeline.prepare(
      // Nobody pays for a preparation that nobody requested.
      { operation: validated.operation(name), requester: { ...requester, subject: 'person360-gateway' } },
      pipeline.decisionsFor(requester),
    );
  } catch (error) {
    // Too complex, or the planner is busy: the caller who sends it will see the same error.
    if (error instanceof GraphQLError) return;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The operation ${name ?? documentHash} is valid but cannot be planned: ${reason}`);
  }
}
