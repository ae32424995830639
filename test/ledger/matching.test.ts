import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { personPseudonym } from '../../schema/ledger/personPseudonym.ts';
import { type Product, startProduct } from '../harness/product/startProduct.ts';
import { recordsOf } from '../harness/recordsOf.ts';
import { idhsOfficer, indexSteward, type Who } from '../harness/requesters.ts';

let system: Product;
beforeAll(async () => {
  system = await startProduct();
}, 240_000);
afterAll(() => system?.stop());

const worker: Who = {
  ...{ agency: 'DOIT', purpose: 'PROGRAM_INTEGRITY', roles: ['CASEWORKER'], subject: 'doit.worker' },
};
const steward: Who = { ...indexSteward, subject: 'doit.steward' };
const officer: Who = { ...idhsOfficer, subject: 'idhs.officer' };
/** Nobody of the population has this name. */
const traits = { given: 'Zebulon', family: 'Quackenbush', birthDate: '1951-04-09', ssn: '907-30-1188' };
const REGISTER = `mutation ($input: RegisterRecordInput!) { registerRecord(input: $input) {
  personId decision explanation { weight comparisons { comparison weight } } } }`;

interface Registered {
  readonly registerRecord: { readonly personId: string; readonly decision: string } | null;
}

test('two systems register a person, who is found by traits; the log names whoever was shown', async () => {
  const register = async (who: Who, input: object) => {
    const { data, errors } = await system.ask(who, REGISTER, { input: { ...input, traits } });
    // The shape is that of the mutation above.
    return { outcome: (data as Registered | null)?.registerRecord ?? null, errors };
  };
  const first = await register(officer, { system: 'snap', number: 'ZQ-1' });
  expect(first).toMatchObject({ outcome: { decision: 'NEW' }, errors: [] });
  const personId = first.outcome?.personId ?? '';
  const second = await register(steward, { system: 'medicaid', number: 'ZQ-2' });
  expect(second).toMatchObject({ outcome: { decision: 'AUTO_LINK', personId }, errors: [] });
  const refused = await register(officer, { system: 'medicaid', number: 'ZQ-3' });
  expect(refused.outcome).toBeNull();
  expect(JSON.stringify(refused.errors)).toContain('Only a data officer of the agency that owns the system');

  // Not even the person's id is selected.
  const found = await system.ask(
    worker,
    'query ($traits: TraitsInput!) { matchPersons(traits: $traits) { decision probability } }',
    { traits },
  );
  expect(found.errors).toEqual([]);
  expect(found.data).toMatchObject({ matchPersons: [{ decision: 'AUTO_LINK' }] });
  const request = found.headers.get('x-request-id');
  const records = (await recordsOf(system.ledger.auditUrl, system.ledger.origin)).filter(
    (record) => record.request === request,
  );
  const pseudonym = personPseudonym(system.ledger.pseudonymKeys[0], personId).toString('base64url');
  expect(records.filter(({ person }) => person !== undefined)).toMatchObject([
    { kind: 'disclosure', person: pseudonym, agency: 'DOIT', requester: 'doit.worker' },
  ]);
  for (const secret of ['Quackenbush', '1188', '1951-04-09']) expect(JSON.stringify(records)).not.toContain(secret);
});
