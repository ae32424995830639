import type { LinkChangeResolvers, LinkMoveResolvers, QueryResolvers } from '../../../schema/generated/identity.ts';
import { isUuid } from '../../../schema/values/uuid.ts';
import { requirePersonId } from '../../kit/values/requirePersonId.ts';
import { mayBeSamePerson } from '../../kit/values/samePerson.ts';
import type { IdentityContext } from '../loaders.ts';
import { createPersonalData } from '../personalData/personalData.ts';
import type { PersonRecord } from '../records.ts';
import { type ChangeRow, type OpenMove, readChange, readChanges } from './linkChanges.ts';
import { pageSize } from './pages.ts';
import { requireStewardReader } from './requireSteward.ts';
import { recordsOfPersons } from './sourceRecords.ts';

export const changeQueries: Pick<Required<QueryResolvers>, 'linkChange' | 'linkChanges' | 'recordsOfPerson'> = {
  linkChanges: (_, { personId, status, first, after }, { grant, system }) => {
    requireStewardReader(grant);
    return readChanges(system.database, {
      personId: personId == null ? null : requirePersonId('personId', personId),
      ...{ status: status ?? null, first: pageSize(first), after: after ?? null },
    });
  },
  linkChange: async (_, { id }, { grant, system }) => {
    requireStewardReader(grant);
    return isUuid(id) ? ((await readChange(system.database, id)) ?? null) : null;
  },
  recordsOfPerson: async (_, { personId }, { grant, loaders, system }) => {
    requireStewardReader(grant);
    const person = await loaders.person.load({ system: 'identity', value: requirePersonId('personId', personId) });
    if (person === null) return [];
    return recordsOfPersons(system.database, createPersonalData(system.encryption), [person.id]);
  },
};

/** @param pseudonymOf names persons as the log does */
export function changeResolvers(pseudonymOf: (personId: string) => string): LinkChangeResolvers {
  return {
    persons: async ({ personIds }, _args, { loaders }) => present(await loaders.personOrReplaced.loadMany(personIds)),
    moves: ({ moves, personIds }: ChangeRow): readonly OpenMove[] => {
      const idOf = new Map(personIds.map((id) => [pseudonymOf(id), id]));
      return moves.map((move) => ({
        ...move,
        fromId: idOf.get(move.from ?? '') ?? null,
        toId: idOf.get(move.to) ?? null,
      }));
    },
    kind: (change, _args, { grant }) => (isFirstAnswerOfAnother(change, grant.sub) ? null : change.kind),
    reason: (change, _args, { grant }) => (isFirstAnswerOfAnother(change, grant.sub) ? null : change.reason),
    proposedAt: ({ proposedAt }) => proposedAt.toISOString(),
    changedAt: ({ changedAt }) => changedAt.toISOString(),
  };
}

/** Whether the second steward has to answer without knowing this. */
function isFirstAnswerOfAnother({ status, reviewId, proposedBy }: ChangeRow, reader: string | undefined): boolean {
  return status === 'PROPOSED' && reviewId !== null && !mayBeSamePerson(proposedBy, reader ?? '');
}

export const moveResolvers: LinkMoveResolvers = {
  recordId: ({ record }) => record,
  from: ({ fromId }, _args, { loaders }) => loadIfKnown(fromId, loaders),
  to: ({ toId }, _args, { loaders }) => loadIfKnown(toId, loaders),
};

async function loadIfKnown(id: string | null, { personOrReplaced }: IdentityContext['loaders']) {
  return id === null ? null : personOrReplaced.load(id);
}

function present(loaded: readonly (PersonRecord | null | Error)[]): readonly PersonRecord[] {
  return loaded.flatMap((person) => {
    if (person instanceof Error) throw person;
    return person ?? [];
  });
}
