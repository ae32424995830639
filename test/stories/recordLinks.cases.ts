import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { idhsOfficer, indexSteward, snapWorker, type Who } from '../harness/requesters.ts';

/** Runs `person360` with the requester's token: its output, or the message with which it fails. */
type Person360 = (who: Who, ...argv: readonly string[]) => Promise<string>;

const FIRST: Who = { ...indexSteward, subject: 'doit.steward.one' };
const SECOND: Who = { ...indexSteward, subject: 'doit.steward.two' };
const WHY = ['--why', 'The evidence in the file shows it.'];
const HEADER = 'number,given,middle,family,birthDate,gender,ssn,street,city,state,zip,phone';
const HOME = '"77 N Pine St, Apt 2",Peoria,IL,61602';

/** Decisions about records with `person360 identity`, from a file of records to a merge that is undone. */
export function recordLinkCases(person360: Person360): void {
  describe('person360 identity, records', () => {
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'person360-records-'));
    });
    afterAll(() => rm(folder, { recursive: true }));

    async function fileOf(name: string, ...lines: readonly string[]): Promise<string> {
      await writeFile(join(folder, name), `${lines.join('\n')}\n`);
      return join(folder, name);
    }
    const register = (who: Who, file: string, system: string, ...more: readonly string[]) =>
      person360(who, 'identity', 'register', file, '--system', system, ...more);
    const json = async (who: Who, ...argv: readonly string[]) =>
      JSON.parse(await person360(who, 'identity', ...argv, '--json'));
    const personsIn = async (name: string) => {
      const [, ...rows] = (await readFile(join(folder, name), 'utf8')).trimEnd().split('\n');
      return rows.map((row) => row.split(','));
    };

    test('a file is registered by its owner, once, and what is wrong with a record is said with its line', async () => {
      const people = await fileOf(
        'snap.csv',
        HEADER,
        `CLI-S1,Marisol,Inez,Quintanilla,1979-04-09,F,331-42-4417,${HOME},`,
        'CLI-S2,Thaddeus,,Wojcikowski,1966-10-30,M,340-17-2281,9 Elm Ct,Aurora,IL,60505,630-555-0172',
        `${'9'.repeat(101)},Nobody,,Atall,1980-01-01,,,,,,,`,
      );
      const out = join(folder, 'out.csv');
      const said = await register(idhsOfficer, people, 'snap', '--out', out);
      expect(said).toMatch(/^line 4: BAD_USER_INPUT: .*\nCorrect these records and register the file again\.$/s);
      expect(await personsIn('out.csv')).toMatchObject([
        ['CLI-S1', expect.stringMatching(/^[0-9a-f-]{36}$/), 'NEW'],
        ['CLI-S2', expect.stringMatching(/^[0-9a-f-]{36}$/), 'NEW'],
        ['9'.repeat(101), '', 'REFUSED'],
      ]);

      const again = await fileOf(
        'again.csv',
        HEADER,
        `CLI-S1,Marisol,Inez,Quintanilla,1979-04-09,F,331-42-4417,${HOME},`,
      );
      expect(await register(idhsOfficer, again, 'snap')).toBe(
        '1 records: 0 of known persons, 0 of new persons, 0 for review, 1 registered before, 0 refused\n',
      );
      expect(await register(snapWorker, again, 'snap')).toMatch(/^FORBIDDEN/);
      const wrong = await fileOf('wrong.csv', 'number,surname', '1,Lopez');
      expect(await register(idhsOfficer, wrong, 'snap')).toMatch(/has the columns surname, which nobody reads/);
      const broken = await fileOf('broken.json', '[{"number": 7}]');
      expect(await register(idhsOfficer, broken, 'snap')).toMatch(/is no list of records such as/);
    }, 60_000);

    test('JSON is registered as well, and the person is found by traits from a file', async () => {
      const traits = { given: 'Marisol', family: 'Quintanilla', birthDate: '1979-04-09', ssn: '331-42-4417' };
      const records = await fileOf('medicaid.json', JSON.stringify([{ number: 'CLI-M1', traits }]));
      const summary = JSON.parse(await register(FIRST, records, 'medicaid', '--json'));
      expect(summary).toMatchObject({ records: 1, linked: 1, review: 0, new: 0, refused: 0 });
      const asked = await fileOf('traits.json', JSON.stringify(traits));
      const [[, personId = ''] = []] = await personsIn('out.csv');
      const found = await json(FIRST, 'match', asked);
      expect(found[0]).toMatchObject({ person: { id: personId }, decision: 'AUTO_LINK' });
      const explained = await person360(FIRST, 'identity', 'match', asked, '--explain');
      expect(explained).toMatch(/birth dates are the same.*match weight/s);
      expect(explained).not.toMatch(/Quintanilla|4417/);
      const shown = await person360(FIRST, 'identity', 'records', personId);
      for (const text of ['medicaid', 'snap', 'Marisol Inez Quintanilla', '***-**-4417']) expect(shown).toContain(text);
      expect(shown).not.toMatch(/331-42|CLI-/);
    }, 60_000);

    test('two stewards answer a review; the second one is not told what the first one said', async () => {
      const inmate = await fileOf('corrections.csv', HEADER, 'CLI-C1,Marysol,,Quintanila,1979-09-04,Female,,,,,,');
      const summary = JSON.parse(await register(FIRST, inmate, 'corrections', '--json'));
      expect(summary).toMatchObject({ review: 1 });
      const { nodes } = await json(FIRST, 'reviews', '--limit', '100');
      const pairs: { id: string; one: { system: string }; other: { system: string } }[] = nodes;
      const mine = pairs.filter(({ one, other }) => [one.system, other.system].includes('corrections'));
      expect(mine.length).toBeGreaterThan(0);
      const review = await newest(
        FIRST,
        mine.map(({ id }) => id),
      );
      const page = await person360(FIRST, 'identity', 'review', review);
      expect(page).toMatch(/takes two stewards/);
      expect(page).toMatch(/Quintanilla.*Quintanila .*\*/);
      const answer = (who: Who, ...more: readonly string[]) =>
        person360(who, 'identity', 'answer', review, '--answer', 'link', ...more);
      expect(await answer(FIRST, '--why', 'Marysol is a spelling of it.')).toMatch(/^INVALID_REASON/);
      expect(await answer(FIRST, ...WHY)).toMatch(/^Recorded\. A second steward has to give the same answer/);
      expect(await answer(FIRST, ...WHY)).toMatch(/^SAME_PERSON/);
      const { nodes: hidden } = await json(SECOND, 'proposals');
      expect(hidden).toMatchObject([{ kind: null, reason: null, proposedBy: 'doit.steward.one' }]);
      const waiting = await person360(SECOND, 'identity', 'proposals');
      expect(waiting).toContain('answer to review');
      expect(waiting).not.toContain('The evidence in the file');
      expect(await answer(SECOND, ...WHY)).toMatch(/^In effect\. Change /);
      const [[, personId = ''] = []] = await personsIn('out.csv');
      expect(await person360(FIRST, 'identity', 'records', personId)).toContain('corrections');
    }, 60_000);

    async function newest(who: Who, ids: readonly string[]): Promise<string> {
      for (const id of ids) {
        if ((await person360(who, 'identity', 'review', id)).includes('Quintanil')) return id;
      }
      throw new Error('The pair is not in the queue.');
    }

    test('two persons are merged by two stewards; the merge is undone; the history says who and why', async () => {
      const [[, survivor = ''] = [], [, replaced = ''] = []] = await personsIn('out.csv');
      const decide = (who: Who, change: string, outcome: string) =>
        person360(who, 'identity', 'decide', change, '--outcome', outcome, ...WHY);
      const merge = await json(FIRST, 'merge', survivor, replaced, ...WHY);
      expect(merge).toMatchObject({ status: 'PROPOSED' });
      expect(await decide(FIRST, merge.changeId, 'approve')).toMatch(/^SAME_PERSON/);
      expect(await decide(SECOND, merge.changeId, 'approve')).toMatch(/^In effect/);
      const both = await json(FIRST, 'records', survivor);
      expect(both).toHaveLength(4);
      expect(await json(FIRST, 'records', replaced)).toEqual(both);

      const unmerge = await json(SECOND, 'unmerge', replaced, ...WHY);
      expect(await decide(FIRST, unmerge.changeId, 'approve')).toMatch(/^In effect/);
      expect(await json(FIRST, 'records', replaced)).toHaveLength(1);
      // What the two stewards decided before the merge still holds.
      expect(await json(FIRST, 'records', survivor)).toHaveLength(3);
      const change = await person360(FIRST, 'identity', 'change', unmerge.changeId);
      for (const text of ['UNMERGE', 'EFFECTIVE', 'doit.steward.two', 'doit.steward.one', 'The evidence', survivor]) {
        expect(change).toContain(text);
      }
      const wrong = await person360(FIRST, 'identity', 'wrong-link', unmerge.changeId);
      for (const text of ['doit.steward.one', 'identity.links', 'DOIT']) expect(wrong).toContain(text);
      expect(await person360(FIRST, 'identity', 'wrong-link', merge.changeId)).not.toContain('identity.links');
      const history = await json(FIRST, 'history', '--person', replaced);
      expect(history.nodes.slice(0, 2)).toMatchObject([{ kind: 'UNMERGE' }, { kind: 'MERGE' }]);
      expect(await person360(FIRST, 'identity', 'change', 'nothing')).toMatch(/^Change nothing does not exist/);
      expect(await person360(FIRST, 'identity', 'reviewers')).toContain('doit.steward.one');
    }, 60_000);

    test('records are separated, a refused proposal changes nothing, and a data officer may do none of it', async () => {
      const [[, personId = ''] = []] = await personsIn('out.csv');
      const records: { id: string; system: string }[] = await json(FIRST, 'records', personId);
      const idOf = (system: string) => records.find((record) => record.system === system)?.id ?? '';
      const pair = [idOf('snap'), idOf('corrections')];
      expect(await person360(idhsOfficer, 'identity', 'separate', ...pair, ...WHY)).toMatch(/^FORBIDDEN/);
      const refused = await json(FIRST, 'separate', ...pair, ...WHY);
      expect(await person360(SECOND, 'identity', 'decide', refused.changeId, '--outcome', 'refuse', ...WHY)).toMatch(
        /^Refused\. Nothing was changed\./,
      );
      expect(await json(FIRST, 'records', personId)).toHaveLength(3);
      const separated = await json(FIRST, 'separate', ...pair, ...WHY);
      await person360(SECOND, 'identity', 'decide', separated.changeId, '--outcome', 'approve', ...WHY);
      expect(await json(FIRST, 'records', personId)).toHaveLength(2);
      expect(await person360(FIRST, 'identity', 'link-records', '1', '1', ...WHY)).toMatch(/^NOTHING_TO_CHANGE/);
    }, 60_000);
  });
}
