import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { idOf, type Person360, startPerson360 } from '../harness/person360.ts';
import { fosterCare, type Who } from '../harness/requesters.ts';
import { runCommand } from '../harness/runCommand.ts';

const auditor: Who = { agency: 'DOIT', purpose: 'AUDIT', roles: ['AUDITOR'] };

let system: Person360;
beforeAll(async () => {
  system = await startPerson360();
  await system.ask(fosterCare, 'query ($id: ID!) { person(id: $id) { medicaid { status } } }', { id: idOf('ward') });
}, 120_000);
afterAll(() => system?.stop());

const ask = (...question: string[]) =>
  runCommand(['audit', 'ask', ...question, '--url', system.url, '--token', system.token(auditor)]);

test('person360 audit ask answers the ten questions by name, as a table and as JSON', async () => {
  const seen = await ask('who-saw', idOf('ward'), '--json');
  expect(seen.stderr).toBe('');
  const { edges } = JSON.parse(seen.stdout) as { edges: { node: { id: string; requester: string } }[] };
  const shown = edges.find(({ node }) => node.requester === 'dcfs.test')?.node;
  expect(shown).toBeDefined();
  for (const [question, answer] of [
    [['looked-at', 'dcfs.test'], 'dcfs.test'],
    [['received', 'DCFS'], 'DCFS'],
    [['under', 'nobody'], 'No entries.'],
    [['refused', '--agency', 'ISBE'], 'No entries.'],
    [['emergencies'], 'No entries.'],
    [['shared', '--by', 'purpose'], 'FOSTER_CARE_CASE'],
    [['unusual'], 'None.'],
    [['complete'], 'entr'],
    [['proof', shown?.id ?? ''], 'tlog-proof'],
  ] as const) {
    const { code, stdout, stderr } = await ask(...question);
    expect([question, code, stderr]).toEqual([question, 0, '']);
    expect(stdout).toContain(answer);
  }
}, 240_000);
