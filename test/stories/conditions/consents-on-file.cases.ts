import { describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { demonstrationHousehold } from '../../../population/demonstration/demonstrationHousehold.ts';
import { type Answer, at } from '../../harness/answer.ts';
import { putConsentsOnFile } from '../../harness/consentsOnFile.ts';
import { idOf } from '../../harness/product/startProduct.ts';
import { fosterCare, idhsOfficer, type Who } from '../../harness/requesters.ts';
import { sentTo, system } from './productAndPersons.ts';

/** Id of a person of the population who lives outside the demonstration household. */
async function somebodyElse(): Promise<string> {
  const client = new pg.Client({ connectionString: system.databaseUrls.get('identity') });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      `select person_id::text as id from person
       where household_id <> (select household_id from person where person_id = $1) order by 1 limit 1`,
      [idOf('child')],
    );
    return rows[0]?.id ?? '';
  } finally {
    await client.end();
  }
}

describe('a consent that one agency puts on file, the other confirms, and the first takes back', () => {
  /** How old a fact may be at the gateway, by default: a change counts that much later, and no more. */
  const factAgeMs = 5_000;
  const ofChild = { personId: idOf('child'), discloser: 'IDHS', recipient: 'DCFS', datasets: ['snap.participation'] };
  const caseworker: Who = { ...fosterCare, subject: demonstrationHousehold.caseworker };
  const document = { sha256: 'ab'.repeat(32), date: '2020-01-01' };
  const words = { purpose: 'FOSTER_CARE_CASE', description: 'Participation in SNAP.', signedBy: 'The mother' };

  test('opens the data once confirmed and closes it once revoked, each within five seconds, as seen over HTTP', async () => {
    await putConsentsOnFile(system, fosterCare, []);
    system.clock.advance(factAgeMs + 1);
    const change = async (query: string, input: object, who: Who = caseworker) => {
      const { data, errors } = await system.ask(who, query, { input });
      expect(errors).toEqual([]);
      system.clock.advance(factAgeMs + 1);
      return data;
    };
    const ask = () =>
      system.ask(fosterCare, 'query ($id: ID!) { person(id: $id) { snap { status } } }', { id: idOf('child') });
    const reasons = ({ errors }: Answer) => errors.map(({ extensions }) => extensions.reason);

    const before = await ask();
    expect([before.data, reasons(before)]).toEqual([{ person: { snap: null } }, ['CONDITION_NOT_MET']]);
    // No one in these households is in the caseworker's cases, and the last household does not exist.
    const stranger = await somebodyElse();
    for (const personId of [stranger, '00000000-0000-4000-8000-000000000000']) {
      const input = { ...ofChild, ...words, personId, givenOn: '2020-01-01', expiresOn: '2099-01-01', document };
      const { codes } = await system.ask(
        caseworker,
        'mutation ($input: RecordConsentInput!) { recordConsent(input: $input) { consent { id } } }',
        { input },
      );
      expect([personId, codes]).toEqual([personId, ['FORBIDDEN']]);
    }
    const recorded = await change(
      'mutation ($input: RecordConsentInput!) { recordConsent(input: $input) { consent { id inForce } } }',
      { ...ofChild, ...words, givenOn: '2020-01-01', expiresOn: '2099-01-01', document },
    );
    const waiting = await ask();
    expect([waiting.data, reasons(waiting)]).toEqual([{ person: { snap: null } }, ['CONDITION_NOT_MET']]);
    await change(
      'mutation ($input: ConfirmConsentInput!) { confirmConsent(input: $input) { consent { inForce } } }',
      { consentId: at(recorded, 'recordConsent.consent.id'), documentSha256: document.sha256 },
      idhsOfficer,
    );
    const given = await ask();
    expect([given.data, given.errors]).toEqual([{ person: { snap: { status: 'ACTIVE' } } }, []]);
    await change('mutation ($input: RevokeConsentInput!) { revokeConsent(input: $input) { consent { inForce } } }', {
      consentId: at(recorded, 'recordConsent.consent.id'),
      reason: 'The mother has changed her mind.',
    });
    const { result: after, requests } = await system.recordedDuring(ask);
    expect([after.data, reasons(after)]).toEqual([{ person: { snap: null } }, ['CONDITION_NOT_MET']]);
    expect(sentTo('snap', requests)).toEqual([]);
  });
});
