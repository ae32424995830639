import type { MutationResolvers, QueryResolvers } from '../../../schema/generated/emou.ts';
import { readDeadLetters, sendDeadLetterAgain } from '../notices/deadLetters.ts';
import { actorOf } from '../register/commands/actor.ts';

export const deadLetterQueries: Pick<QueryResolvers, 'deadLetters'> = {
  deadLetters: async (_, _arguments, { grant, system: { database } }) =>
    (await readDeadLetters(database, actorOf(grant))).map((letter) => ({
      ...letter,
      givenUpAt: letter.givenUpAt.toISOString(),
    })),
};

export const deadLetterMutations: Pick<MutationResolvers, 'resendNotice'> = {
  resendNotice: async (_, which, { grant, system: { database, clock } }) => {
    await sendDeadLetterAgain(database, actorOf(grant), which, clock());
    return true;
  },
};
