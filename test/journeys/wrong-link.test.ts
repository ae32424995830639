import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { verifierKeyOf } from '../../ledger/index.ts';
import { personPseudonym } from '../../schema/ledger/personPseudonym.ts';
import { at } from '../harness/answer.ts';
import { idOf, type Product, startProduct } from '../harness/product/startProduct.ts';
import { bodiesOf } from '../harness/recordsOf.ts';
import { fosterCare, indexSteward, type Who } from '../harness/requesters.ts';
import { startCommand } from '../harness/runCommand.ts';

const steward = (name: string): Who => ({ ...indexSteward, subject: `${name}@doit.example` });
const caseworker: Who = { ...fosterCare, subject: 'dcfs.caseworker' };
const auditor: Who = { agency: 'DOIT', purpose: 'AUDIT', roles: ['AUDITOR'], subject: 'auditor@doit.example' };
const resident = (id: string): Who => ({
  ...{ agency: 'DOIT', purpose: 'SUBJECT_REQUEST', roles: ['RESIDENT'], subject: `person:${id}` },
});

let system: Product;
beforeAll(async () => {
  system = await startProduct();
}, 240_000);
afterAll(() => system?.stop());

/** She gets SNAP; he is in custody. */
const [daughter, partner] = [idOf('daughter'), idOf('partner')];

async function change(by: string, name: string, input: object) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { changeId status problems { kind message } } }`;
  const { data, errors } = await system.ask(steward(by), query, { input });
  expect(errors).toEqual([]);
  // The shape is that of the mutation above.
  return at(data, name) as { changeId: string; status: string; problems: readonly { kind: string }[] };
}

/** Two stewards. Returns the id of the change. */
async function approved(name: string, input: object): Promise<string> {
  const proposed = await change('first', name, { ...input, reason: 'Compared the birth certificates' });
  expect(proposed).toMatchObject({ status: 'PROPOSED', problems: [] });
  const decision = { changeId: proposed.changeId, approve: true, reason: 'Looked at both of the records' };
  expect((await change('first', 'decideLinkChange', decision)).problems).toMatchObject([{ kind: 'SAME_PERSON' }]);
  expect(await change('second', 'decideLinkChange', decision)).toMatchObject({ status: 'EFFECTIVE', problems: [] });
  return proposed.changeId;
}

async function look(id: string, selection: string) {
  const { data } = await system.ask(caseworker, `query ($id: ID!) { person(id: $id) { id ${selection} } }`, { id });
  return at(data, 'person') as Record<string, unknown>;
}

/** Fields with a status that the log says were shown of a person. */
async function accounting(who: Who, personId: string): Promise<readonly string[]> {
  const query = `query ($personId: ID!) { accountingOfDisclosures(personId: $personId, first: 200) {
    edges { node { agency kind disclosed { fields } } } } }`;
  const { data, errors } = await system.ask(who, query, { personId });
  expect(errors).toEqual([]);
  const edges = at(data, 'accountingOfDisclosures.edges') as readonly {
    node: { agency: string; disclosed: readonly { fields: readonly string[] }[] };
  }[];
  return edges.flatMap(({ node }) =>
    node.disclosed.flatMap(({ fields }) => fields.filter((field) => field.endsWith('.status'))),
  );
}

describe('a wrong merge', () => {
  let mergeId: string;
  let unmergeId: string;

  test('is seen by whoever looks at the person, in both names', async () => {
    // Before: what is right.
    expect(await look(partner, 'corrections { status }')).toMatchObject({
      id: partner,
      corrections: { status: expect.any(String) },
    });
    expect(await look(daughter, 'corrections { status }')).toMatchObject({ id: daughter, corrections: null });

    mergeId = await approved('mergePersons', { survivorId: daughter, replacedId: partner });
    expect(await look(partner, 'weatherization { status }')).toMatchObject({
      ...{ id: daughter, weatherization: { status: expect.any(String) } },
    });
    expect(await look(daughter, 'corrections { status }')).toMatchObject({
      id: daughter,
      corrections: { status: expect.any(String) },
    });
    expect(await look(partner, 'corrections { status } weatherization { status }')).toMatchObject({ id: daughter });
    expect(await look(daughter, 'name { given }')).toMatchObject({ id: daughter });
  });

  test('is recorded about both persons, by pseudonym', async () => {
    const bodies = await bodiesOf(system.ledger.auditUrl, system.ledger.origin);
    const changes = bodies.map((body) => JSON.parse(body)).filter(({ kind }) => kind === 'change');
    const names = [daughter, partner].map((id) =>
      personPseudonym(system.ledger.pseudonymKeys[0], id).toString('base64url'),
    );
    const merges = changes.filter((record) => at(record, 'effects.0.field') === 'Mutation.mergePersons');
    expect(merges.map(({ person }) => person).sort()).toEqual(names.sort());
    expect(bodies.filter((body) => body.includes(daughter) || body.includes(partner))).toEqual([]);
  });

  test('shows the survivor what was disclosed about both, under a suspension of either', async () => {
    const about = await accounting(resident(daughter), daughter);
    // What was shown of him before the merge, and of both after it.
    expect(about.filter((field) => field === 'CustodyRecord.status')).toHaveLength(3);
    expect(await accounting(resident(partner), daughter)).toEqual(about);
    const until = new Date(system.clock.now().getTime() + 86_400_000).toISOString();
    const suspend = `mutation ($input: SuspendAccountingInput!) { suspendAccounting(input: $input) { suspension { until } } }`;
    const input = { personId: partner, recipientAgency: 'DCFS', until, reference: 'IG 2026-17' };
    expect((await system.ask(auditor, suspend, { input: { ...input, reference: 'IG-2026-17' } })).errors).toEqual([]);
    expect(await accounting(resident(daughter), daughter)).toEqual([]);
    const { data } = await system.ask(auditor, 'query ($id: ID!) { suspensions(personId: $id) { recipientAgency } }', {
      id: daughter,
    });
    expect(at(data, 'suspensions')).toEqual([{ recipientAgency: 'DCFS' }]);
  });

  test('is undone by two stewards, and each has what is theirs again', async () => {
    unmergeId = await approved('unmergePerson', { personId: partner });
    expect(await look(partner, 'corrections { status } weatherization { status }')).toMatchObject({
      ...{ id: partner, corrections: { status: expect.any(String) }, weatherization: null },
    });
    expect(await look(daughter, 'corrections { status } weatherization { status }')).toMatchObject({
      ...{ id: daughter, corrections: null, weatherization: { status: expect.any(String) } },
    });
  });

  test('has a list of exactly what was shown under it, with whom to notify', async () => {
    const query = `query ($id: ID!, $after: String) { wrongLinkDisclosures(changeId: $id, first: 2, after: $after) {
      edges { node { datasets owners persons entry { agency requester purpose time person kind
        disclosed { datasets fields } } } }
      pageInfo { hasNextPage endCursor } completeness { complete } } }`;
    const first = await system.ask(auditor, query, { id: unmergeId });
    expect(first.errors).toEqual([]);
    expect(at(first.data, 'wrongLinkDisclosures.pageInfo.hasNextPage')).toBe(true);
    const second = await system.ask(auditor, query, {
      ...{ id: unmergeId, after: at(first.data, 'wrongLinkDisclosures.pageInfo.endCursor') },
    });
    const nodes = [first, second].flatMap(({ data }) => {
      const edges = at(data, 'wrongLinkDisclosures.edges') as readonly { node: Record<string, unknown> }[];
      return edges.map(({ node }) => node);
    });
    const { data: change } = await system.ask(
      steward('first'),
      'query ($id: ID!) { linkChange(id: $id) { moves { system } } }',
      {
        id: unmergeId,
      },
    );
    expect(at(change, 'linkChange.moves')).toContainEqual({ system: 'corrections' });
    // Not what was shown of her own data, nor anything before or after.
    expect(nodes.map(({ datasets }) => datasets)).toEqual([
      ['identity.demographics'],
      ['corrections.custody'],
      ['corrections.custody'],
    ]);
    for (const node of nodes) {
      expect(node).toMatchObject({
        owners: [expect.stringMatching(/^(DOIT|IDOC)$/)],
        persons: [expect.stringMatching(/^[\w-]{43}$/)],
        entry: { agency: 'DCFS', requester: 'dcfs.caseworker', purpose: 'FOSTER_CARE_CASE', kind: 'DISCLOSURE' },
      });
    }
    const affected = at(nodes, '0.persons.0');
    const entries = nodes.map((node) => at(node, 'entry.person'));
    // The log has them as hers; the data was his.
    expect(new Set(entries).size).toBe(1);
    expect(entries[0]).not.toBe(affected);

    const merged = await system.ask(auditor, query, { id: mergeId });
    expect(merged.places).toEqual(['BAD_USER_INPUT at wrongLinkDisclosures']);
    const unknown = await system.ask(auditor, query, { id: '00000000-0000-4000-8000-000000000000' });
    expect(at(unknown.data, 'wrongLinkDisclosures')).toBeNull();
    const officer: Who = { agency: 'IDOC', purpose: 'AUDIT', roles: ['AUDITOR'], subject: 'auditor@idoc.example' };
    for (const who of [officer, resident(daughter), caseworker]) {
      expect((await system.ask(who, query, { id: unmergeId })).places).toEqual(['FORBIDDEN at wrongLinkDisclosures']);
    }
  });

  test('is in the log from its proposal to its end, and both logs verify', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'person360-wrong-link-'));
    const run = (...args: string[]) => startCommand(args).ended;
    const source = ['--data-dir', system.dataDirectory];
    const { ledger } = system;
    try {
      for (const [name, origin, key] of [
        ['disclosures', [], ledger.verifierKey],
        ['links', ['--origin', ledger.identityOrigin], verifierKeyOf(ledger.identityOrigin, ledger.signingKey)],
      ] as const) {
        const out = join(directory, name);
        const exported = await run('audit', 'export', '--format', 'tiles', '--out', out, ...origin, ...source);
        expect([exported.code, exported.stderr]).toEqual([0, expect.anything()]);
        const verified = await run('verify', 'export', out, '--key', key);
        expect([verified.code, verified.stdout]).toEqual([0, expect.stringMatching(/^verified: \d+ entries/)]);
      }
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }, 240_000);
});
