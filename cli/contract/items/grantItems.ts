import { type ContractItem, fail, type Outcome, pass, skipped } from '../contractItem.ts';
import { describeReply, type Reply } from '../reply.ts';
import type { SubgraphUnderTest } from '../subgraphUnderTest.ts';
import type { ForgeOptions } from '../testGrants.ts';
import { newTestKey } from '../testKeys.ts';

const TRIVIAL = '{ __typename }';

/** Must be far beyond any tolerance for clocks that differ. */
const LONG_AGO_SECONDS = 600;

function refused(reply: Reply, whatToDo: string): Outcome {
  if (reply.status === 401 && reply.data === undefined) return pass;
  return fail(`${describeReply(reply)}; expected status 401 and no data`, whatToDo);
}

function forged(
  id: string,
  title: string,
  whatToDo: string,
  claimsOf: (subgraph: SubgraphUnderTest) => Readonly<Record<string, unknown>>,
  optionsOf: (subgraph: SubgraphUnderTest) => ForgeOptions = () => ({}),
): ContractItem {
  return {
    id,
    title,
    async check(subgraph) {
      const authorization = subgraph.grants.forge(claimsOf(subgraph), optionsOf(subgraph));
      return refused(await subgraph.ask(authorization, TRIVIAL), whatToDo);
    },
  };
}

const seconds = (): number => Math.floor(Date.now() / 1_000);

const validGrant: ContractItem = {
  id: 'grant-valid',
  title: 'A valid grant is accepted.',
  async check({ ask, grants, keyServer }) {
    const reply = await ask(grants.for([]), TRIVIAL);
    if (reply.status === 200 && reply.data?.__typename === 'Query') return pass;
    const where = keyServer === undefined ? "the test key's set" : keyServer.url;
    const fetched = keyServer?.fetches() === 0 ? '; the key set was never fetched' : '';
    return fail(
      `${describeReply(reply)}${fetched}`,
      `Start the subgraph with the key set at ${where}, and check the grant's aud against the name of the subgraph.`,
    );
  },
};

const noGrant: ContractItem = {
  id: 'grant-missing',
  title: 'A request without a grant is refused.',
  check: async ({ ask }) =>
    refused(await ask(undefined, TRIVIAL), 'Check the grant before anything else, and respond with status 401.'),
};

const introspection: ContractItem = {
  id: 'introspection-without-grant',
  title: 'Introspection and _service need a grant too.',
  async check({ ask }) {
    const whatToDo = 'Check the grant for every operation. Introspection is an operation like any other.';
    for (const query of ['{ __schema { types { name } } }', '{ _service { sdl } }']) {
      const outcome = refused(await ask(undefined, query), whatToDo);
      if (outcome.result !== 'pass') return outcome;
    }
    return pass;
  },
};

const garbage: ContractItem = {
  id: 'grant-garbage',
  title: 'A header that is not a token is refused.',
  async check({ ask, grants }) {
    const token = grants.for([]).replace(/^Bearer /, '');
    const headers = ['Bearer', 'Bearer x.y.z', `Basic ${token}`, token, 'Bearer ', `Bearer ${'a'.repeat(7_000)}`];
    for (const header of headers) {
      const outcome = refused(await ask(header, TRIVIAL), 'Accept only "Bearer" and a token that can be verified.');
      if (outcome.result !== 'pass') return outcome;
    }
    return pass;
  },
};

const tampered: ContractItem = {
  id: 'grant-tampered',
  title: 'A grant whose claims were changed is refused.',
  async check({ ask, grants, datasets }) {
    const [header, , signature] = grants.for([]).split('.');
    const [, payload] = grants.for(datasets, { roles: ['SUPERVISOR'] }).split('.');
    const reply = await ask(`${header}.${payload}.${signature}`, TRIVIAL);
    return refused(reply, 'Verify the signature before you read a claim.');
  },
};

const NEW_KEY_PAUSE_MS = 500;

const newKey: ContractItem = {
  id: 'grant-new-key',
  title: 'A grant of a key that was published a moment ago is accepted.',
  async check({ ask, grants, keyServer, patienceMs }) {
    if (keyServer === undefined) return skipped('The key set is served by another program.');
    const key = newTestKey();
    const keyId = keyServer.publish(key);
    const deadline = performance.now() + patienceMs;
    let reply: Reply;
    do {
      reply = await ask(grants.forge({}, { key, keyId }), TRIVIAL);
      if (reply.status === 200) return pass;
      await new Promise((resolve) => setTimeout(resolve, NEW_KEY_PAUSE_MS));
    } while (performance.now() < deadline);
    return fail(
      `${describeReply(reply)} for ${patienceMs / 1_000} seconds`,
      'Fetch the key set again when a grant names a key that you do not have, at most every few seconds.',
    );
  },
};

const FLOOD = 60;
const MOST_FETCHES = 10;

const unknownKeys: ContractItem = {
  id: 'grant-unknown-keys',
  title: 'Many grants with unknown keys are refused, and do not cause a fetch each.',
  async check({ ask, grants, keyServer }) {
    if (keyServer === undefined) return skipped('The key set is served by another program.');
    const before = keyServer.fetches();
    const key = newTestKey();
    const forgeries = Array.from({ length: FLOOD }, (_, index) => grants.forge({}, { key, keyId: `unknown-${index}` }));
    const replies = await Promise.all(forgeries.map((forgery) => ask(forgery, TRIVIAL)));
    const accepted = replies.find(({ status }) => status !== 401 && status !== 503);
    if (accepted !== undefined)
      return fail(describeReply(accepted), 'Refuse a grant of an unknown key with status 401.');
    const fetches = keyServer.fetches() - before;
    if (fetches <= MOST_FETCHES) return pass;
    return fail(
      `the key set was fetched ${fetches} times for ${FLOOD} requests`,
      'Let all requests share one fetch of the key set, and wait a few seconds before the next one.',
    );
  },
};

/** What only the gateway may say. */
export const grantItems: readonly ContractItem[] = [
  validGrant,
  noGrant,
  introspection,
  garbage,
  forged(
    'grant-wrong-audience',
    'A grant for another subgraph is refused.',
    "Compare aud with the subgraph's own name: another system that was called could use its grant here.",
    () => ({ aud: 'anotherone' }),
  ),
  forged('grant-wrong-issuer', 'A token of another issuer is refused.', 'Require iss to be person360-gateway.', () => ({
    iss: 'https://issuer.example',
  })),
  forged('grant-expired', 'An expired grant is refused.', 'Check exp, with at most a minute of tolerance.', () => ({
    iat: seconds() - LONG_AGO_SECONDS - 60,
    exp: seconds() - LONG_AGO_SECONDS,
  })),
  forged(
    'grant-without-expiry',
    'A grant without exp is refused.',
    'Require exp; many libraries check it only if it is there.',
    () => ({
      exp: undefined,
    }),
  ),
  forged(
    'grant-wrong-key',
    'A grant that another key signed is refused.',
    "Verify the signature with the gateway's key of that kid.",
    () => ({}),
    () => ({ key: newTestKey() }),
  ),
  forged(
    'grant-algorithm-none',
    'An unsigned token is refused.',
    'Allow the algorithm ES256 and no other, whatever the header of the token says.',
    () => ({}),
    () => ({ algorithm: 'none' }),
  ),
  forged(
    'grant-algorithm-symmetric',
    'A token signed with the public key as a secret is refused.',
    'Allow the algorithm ES256 and no other. See RFC 8725, 2.1.',
    () => ({}),
    () => ({ algorithm: 'HS256' }),
  ),
  tampered,
  newKey,
  unknownKeys,
];
