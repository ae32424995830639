import { describe, expect, test } from '@jest/globals';
import { at } from '../../harness/answer.ts';
import { eventually } from '../../harness/eventually.ts';
import { idOf } from '../../harness/product/startProduct.ts';
import { bodiesOf, recordsOf } from '../../harness/recordsOf.ts';
import { childProtection, fosterCare, idhsOfficer, type Who } from '../../harness/requesters.ts';
import { auditor, pseudonymOf, residentToken, system } from './productAndReaders.ts';

const fields = '{ id entryId state question addressedTo answer answeredBy }';
const ask = `mutation ($input: AskAboutEntryInput!) { askAboutEntry(input: $input) { question ${fields} } }`;
const answer = `mutation ($input: AnswerQuestionInput!) { answerQuestion(input: $input) { question ${fields} } }`;
const list = `query ($state: EntryQuestionState) { entryQuestions(state: $state) ${fields} }`;

const mother = residentToken;
const steward: Who = { agency: 'DOIT', purpose: 'DATA_GOVERNANCE', roles: ['DATA_STEWARD'] };
const ownersSteward: Who = { ...idhsOfficer, roles: ['DATA_STEWARD'] };
const words = 'Why did you look at my food stamps, Keisha?';

/** An entry about the daughter with data of SNAP, which she has consented to. */
async function entryAbout(label: 'daughter' | 'child'): Promise<string> {
  const query = 'query ($id: ID!) { person(id: $id) { snap { status } tanf { status } } }';
  const show = () => system.ask(fosterCare, query, { id: idOf(label) });
  // Shortly after the clock was moved, the gateway knows of no approvals.
  const shown = await eventually(show, ({ data }) => typeof at(data, 'person.tanf.status') === 'string');
  const log = 'query ($filter: DisclosureFilter) { disclosures(filter: $filter) { edges { node { id request } } } }';
  const { data } = await system.ask(auditor, log, { filter: { personId: idOf(label), kind: 'DISCLOSURE' } });
  const entries = at(data, 'disclosures.edges') as readonly { node: { id: string; request: string } }[];
  return entries.find(({ node }) => node.request === shown.headers.get('x-request-id'))?.node.id ?? '';
}
const askAbout = (who: Who | string, entryId: string, personId: string, question?: string) =>
  system.ask(who, ask, { input: { entryId, personId, question } });

describe('a question about an entry', () => {
  test('is answered by the agency whose data it was, and read by the resident', async () => {
    const daughter = mother(idOf('daughter'));
    const entryId = await entryAbout('daughter');
    const asked = await askAbout(daughter, entryId, idOf('daughter'), words);
    expect(asked.errors).toEqual([]);
    const question = at(asked.data, 'askAboutEntry.question') as { id: string };
    expect(question).toMatchObject({
      ...{ entryId, state: 'OPEN', question: words, answer: null, answeredBy: null },
      addressedTo: expect.arrayContaining(['IDHS']),
    });

    // The log says that there was a question about this entry by this person, and not a word of it.
    const records = await recordsOf(system.ledger.auditUrl, system.ledger.origin);
    const [change] = records.filter(
      ({ request, kind }) => request === asked.headers.get('x-request-id') && kind === 'change',
    );
    expect(change).toMatchObject({ person: pseudonymOf(idOf('daughter')) });
    expect(change?.effects?.[0]).toMatchObject({
      field: 'Mutation.askAboutEntry',
      ids: expect.arrayContaining([`entryId:${entryId}`]),
    });

    for (const who of [steward, auditor, ownersSteward]) {
      const { data, errors } = await system.ask(who, list, { state: 'OPEN' });
      expect([errors, at(data, 'entryQuestions')]).toEqual([[], expect.arrayContaining([question])]);
    }
    const input = { questionId: question.id, answer: 'Your caseworker checked if your family gets help with food.' };
    const answered = await system.ask(ownersSteward, answer, { input });
    const whole = { ...question, state: 'ANSWERED', answer: input.answer, answeredBy: 'IDHS' };
    expect(at(answered.data, 'answerQuestion.question')).toEqual(whole);
    expect((await system.ask(daughter, list)).data).toEqual({ entryQuestions: [whole] });
    expect((await system.ask(steward, answer, { input })).codes).toEqual(['CONFLICT']);
    const log = (await bodiesOf(system.ledger.auditUrl, system.ledger.origin)).join('\n');
    expect(log).not.toContain('food stamps');
    expect(log).not.toContain('help with food');
  });

  test('can be about an entry of a child, without words', async () => {
    const entryId = await entryAbout('child');
    const { data, errors } = await askAbout(mother(idOf('daughter')), entryId, idOf('child'));
    expect(errors).toEqual([]);
    expect(at(data, 'askAboutEntry.question')).toMatchObject({ entryId, question: null, state: 'OPEN' });
  });

  test('can be asked about no entry that the resident cannot read, and by no one else', async () => {
    const about = await entryAbout('daughter');
    const ofChild = await entryAbout('child');
    const daughter = idOf('daughter');
    for (const [who, entryId, personId, code] of [
      [mother(daughter), ofChild, daughter, 'NOT_FOUND'],
      [mother(daughter), about, idOf('child'), 'NOT_FOUND'],
      [mother(daughter), '1-999999999', daughter, 'NOT_FOUND'],
      [mother(daughter), 'nonsense', daughter, 'NOT_FOUND'],
      [mother(daughter), about, idOf('ward'), 'FORBIDDEN'],
      [mother(idOf('grandmother')), about, daughter, 'FORBIDDEN'],
      [mother(idOf('grandmother')), ofChild, idOf('child'), 'FORBIDDEN'],
      [auditor, about, daughter, 'FORBIDDEN'],
      [childProtection, about, daughter, 'FORBIDDEN'],
    ] as const) {
      const refused = await askAbout(who, entryId, personId, words);
      expect([refused.codes, refused.data]).toEqual([[code], { askAboutEntry: null }]);
    }
    expect((await askAbout(mother(daughter), about, daughter, 'x'.repeat(2_001))).codes).toEqual(['BAD_USER_INPUT']);
  });

  test('is read and answered by no other resident, agency, role or purpose', async () => {
    const asked = await askAbout(mother(idOf('daughter')), await entryAbout('daughter'), idOf('daughter'), words);
    const questionId = String(at(asked.data, 'askAboutEntry.question.id'));
    const input = { questionId, answer: 'Nothing that we could tell you.' };
    expect((await system.ask(mother(idOf('grandmother')), list)).data).toEqual({ entryQuestions: [] });
    const otherSteward: Who = { ...steward, agency: 'IDVA' };
    expect((await system.ask(otherSteward, list)).data).toEqual({ entryQuestions: [] });
    expect((await system.ask(otherSteward, answer, { input })).codes).toEqual(['NOT_FOUND']);
    for (const who of [idhsOfficer, childProtection, { ...ownersSteward, purpose: 'BENEFIT_ELIGIBILITY' } as Who]) {
      const read = await system.ask(who, list);
      expect([read.codes, read.data]).toEqual([['FORBIDDEN'], { entryQuestions: null }]);
      expect((await system.ask(who, answer, { input })).codes).toEqual(['FORBIDDEN']);
    }
    expect((await system.ask(mother(idOf('daughter')), answer, { input })).codes).toEqual(['FORBIDDEN']);
    expect((await system.ask(steward, answer, { input: { ...input, answer: 'No.' } })).codes).toEqual([
      'BAD_USER_INPUT',
    ]);
    expect((await system.ask(steward, answer, { input })).codes).toEqual([]);
  });
});
