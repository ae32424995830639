import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RunningFhirServer, startFhirServer } from '../../fhir/startFhirServer.ts';
import { demonstrationNumbers } from '../../population/demonstration/demonstrationNumbers.ts';
import { idOf, type Product, startProduct } from '../harness/product/startProduct.ts';
import { aging, indexSteward, medicaidWorker, snapWorker, type Who } from '../harness/requesters.ts';

let system: Product;
let fhir: RunningFhirServer;
const logged: string[] = [];
beforeAll(async () => {
  system = await startProduct();
  fhir = await startFhirServer({
    gatewayUrl: system.url,
    host: '127.0.0.1',
    port: 0,
    log: (message, details) => logged.push(message + JSON.stringify(details)),
  });
}, 120_000);
afterAll(async () => {
  await fhir?.stop();
  await system?.stop();
});

interface Reply {
  readonly status: number;
  readonly headers: Headers;
  // Resources are checked by what they hold.
  // biome-ignore lint/suspicious/noExplicitAny: any resource of FHIR
  readonly body: any;
}

async function send(path: string, who: Who | undefined, init: RequestInit = {}): Promise<Reply> {
  const authorization = who === undefined ? {} : { authorization: `Bearer ${system.token(who)}` };
  const response = await fetch(`${fhir.baseUrl}${path}`, {
    ...init,
    headers: { ...authorization, ...(init.headers as Record<string, string>) },
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

function match(who: Who | undefined, body: unknown, headers: Record<string, string> = {}): Promise<Reply> {
  return send('/Patient/$match', who, {
    method: 'POST',
    headers: { 'content-type': 'application/fhir+json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

function crossReference(who: Who | undefined, source: string, ...targets: readonly string[]): Promise<Reply> {
  const query = new URLSearchParams({ sourceIdentifier: source });
  for (const uri of targets) query.append('targetSystem', uri);
  return send(`/Patient/$ihe-pix?${query}`, who);
}

const sid = (system: string): string => `${fhir.baseUrl}/sid/${system}`;
const issueOf = ({ body }: Reply) => body.issue?.[0];
const parameters = (resource: unknown, more: readonly object[] = []) => ({
  resourceType: 'Parameters',
  parameter: [{ name: 'resource', resource }, ...more],
});

const grandmother = {
  resourceType: 'Patient',
  name: [
    { use: 'old', family: 'Somebody' },
    { use: 'official', family: 'COLEMAN', given: ['loretta', 'Mae'] },
  ],
  birthDate: '1959-03-14',
  gender: 'female',
  identifier: [{ system: 'http://hl7.org/fhir/sid/us-ssn', value: '900-12-4471' }],
  address: [{ line: ['7321 S Champlain Ave Apt 2'], city: 'Chicago', state: 'IL', postalCode: '60619' }],
  telecom: [{ system: 'phone', value: '(773) 014-2298' }],
};

test('says what it can do', async () => {
  const { status, headers, body } = await send('/metadata', undefined);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toContain('application/fhir+json');
  expect(body).toMatchObject({ resourceType: 'CapabilityStatement', fhirVersion: '4.0.1' });
});

describe('Patient/$ihe-pix', () => {
  test('gives the id of the person with a number of the requester’s own system', async () => {
    const { status, body } = await crossReference(medicaidWorker, `${sid('medicaid')}|${demonstrationNumbers.wardRin}`);
    expect(status).toBe(200);
    expect(body).toEqual({
      resourceType: 'Parameters',
      parameter: [
        { name: 'targetIdentifier', valueIdentifier: { system: sid('person'), value: idOf('ward') } },
        { name: 'targetId', valueReference: { reference: `Patient/${idOf('ward')}` } },
      ],
    });
  });

  test('gives the requester’s own number of a person, and none of another system', async () => {
    const own = await crossReference(medicaidWorker, `${sid('person')}|${idOf('ward')}`);
    expect(own.body.parameter).toEqual([
      { name: 'targetIdentifier', valueIdentifier: { system: sid('medicaid'), value: demonstrationNumbers.wardRin } },
      { name: 'targetId', valueReference: { reference: `Patient/${idOf('ward')}` } },
    ]);
    const other = await crossReference(medicaidWorker, `${sid('person')}|${idOf('ward')}`, sid('education'));
    expect(other.body.parameter).toEqual([]);
    const none = await crossReference(aging, `${sid('person')}|${idOf('ward')}`, sid('medicaid'), sid('childwelfare'));
    expect(none.body.parameter).toEqual([]);
  });

  test('refuses numbers of another agency’s system the same way whether it has them or not', async () => {
    const known = await crossReference(snapWorker, `${sid('medicaid')}|${demonstrationNumbers.wardRin}`);
    const unknown = await crossReference(snapWorker, `${sid('medicaid')}|100000000`);
    expect(known.status).toBe(403);
    expect(known.body).toEqual(unknown.body);
  });

  test.each([
    ['a number that nobody has', () => `${sid('medicaid')}|100000000`, 404, 'not-found'],
    ['an id that nobody has', () => `${sid('person')}|00000000-0000-4000-8000-000000000000`, 404, 'not-found'],
    ['an id that is none', () => `${sid('person')}|x`, 404, 'not-found'],
    ['an authority that is not known', () => 'urn:oid:1.2.3|7', 400, 'code-invalid'],
    ['a number without an authority', () => '100000817', 400, 'value'],
    ['nothing', () => '', 400, 'value'],
  ])('refuses %s', async (_what, source, status, code) => {
    const reply = await crossReference(medicaidWorker, source());
    expect([reply.status, issueOf(reply).code]).toEqual([status, code]);
  });

  test('refuses a target that is not known with the status of the profile', async () => {
    const reply = await crossReference(medicaidWorker, `${sid('person')}|${idOf('ward')}`, 'urn:oid:1.2.3');
    expect(reply.status).toBe(403);
    expect(issueOf(reply)).toMatchObject({ code: 'code-invalid', diagnostics: 'targetSystem not found' });
  });
});

describe('Patient/$match', () => {
  test('finds a person for certain', async () => {
    const { status, body } = await match(indexSteward, parameters(grandmother));
    expect(status).toBe(200);
    expect(body).toMatchObject({ resourceType: 'Bundle', type: 'searchset', total: 1 });
    const [{ fullUrl, resource, search }] = body.entry;
    expect(fullUrl).toBe(`${fhir.baseUrl}/Patient/${idOf('grandmother')}`);
    expect(resource).toMatchObject({
      resourceType: 'Patient',
      id: idOf('grandmother'),
      identifier: [{ system: sid('person'), value: idOf('grandmother') }],
      gender: 'female',
      birthDate: '1959-03-14',
    });
    expect(search.mode).toBe('match');
    expect(search.score).toBeGreaterThan(0.99);
    expect(search.extension).toEqual([
      { url: 'http://hl7.org/fhir/StructureDefinition/match-grade', valueCode: 'certain' },
    ]);
    const certain = [{ name: 'onlyCertainMatches', valueBoolean: true }];
    expect((await match(indexSteward, parameters(grandmother, certain))).body.total).toBe(1);
    const { body: patient } = await send(new URL(fullUrl).pathname, indexSteward);
    expect(patient).toEqual(resource);
  });

  test('finds nobody for a stranger', async () => {
    const stranger = { ...grandmother, identifier: [], address: [], telecom: [], birthDate: '1902-05-05' };
    const { status, body } = await match(indexSteward, { ...stranger, name: [{ family: 'Zzyzx', given: ['Qvort'] }] });
    expect(status).toBe(200);
    expect(body).toEqual({ resourceType: 'Bundle', type: 'searchset', total: 0 });
  });

  test('shows nothing to an agency without an approval, and says how to get one', async () => {
    const reply = await match(aging, grandmother);
    expect(reply.status).toBe(403);
    expect(issueOf(reply)).toMatchObject({ severity: 'error', code: 'forbidden' });
    expect(issueOf(reply).diagnostics).toMatch(/approv/i);
  });

  test.each<[string, unknown, number, string]>([
    ['text that is no JSON', '{', 400, 'structure'],
    ['another resource', { resourceType: 'Observation' }, 400, 'structure'],
    ['Parameters without a Patient', { resourceType: 'Parameters', parameter: [] }, 400, 'required'],
    ['two Patients', parameters(grandmother, [{ name: 'resource', resource: grandmother }]), 400, 'invalid'],
    ['a count of 0', parameters(grandmother, [{ name: 'count', valueInteger: 0 }]), 400, 'value'],
    ['a birth date that is none', { ...grandmother, birthDate: '14.3.1961' }, 400, 'structure'],
    ['a Patient who says too little', { resourceType: 'Patient', name: [{ family: 'Coleman' }] }, 400, 'invalid'],
    ['a body that is too long', { ...grandmother, text: 'x'.repeat(70_000) }, 413, 'too-long'],
  ])('refuses %s', async (_what, body, status, code) => {
    const reply = await match(indexSteward, body);
    expect([reply.status, issueOf(reply).code]).toEqual([status, code]);
    expect(JSON.stringify(reply.body)).not.toContain('14.3.1961');
  });

  test('refuses a caller without a token, with a wrong one, and one who accepts no JSON', async () => {
    const none = await match(undefined, grandmother);
    expect([none.status, issueOf(none).code, none.headers.get('www-authenticate')]).toEqual([401, 'login', 'Bearer']);
    const wrong = await match(undefined, grandmother, { authorization: 'Bearer x.y.z' });
    expect([wrong.status, issueOf(wrong).code]).toEqual([401, 'login']);
    const xml = await match(indexSteward, grandmother, { accept: 'application/fhir+xml' });
    expect([xml.status, issueOf(xml).code]).toEqual([406, 'not-supported']);
  });
});

test('what is not supported is said so, and a gateway that is down is a transient error', async () => {
  const unknown = await send('/Observation', medicaidWorker);
  expect([unknown.status, issueOf(unknown).code]).toEqual([404, 'not-supported']);
  const lost = await startFhirServer({
    ...{ gatewayUrl: 'http://127.0.0.1:9/graphql', host: '127.0.0.1', port: 0, log: () => undefined },
    baseUrl: 'https://fhir.example/r4/',
  });
  try {
    expect(lost.baseUrl).toBe('https://fhir.example/r4');
  } finally {
    await lost.stop();
  }
  expect(logged).toEqual([]);
});
