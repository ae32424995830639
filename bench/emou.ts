import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { developmentKey } from '../cli/local/developmentKeys.ts';
import { localEmouLog } from '../cli/local/localLedger.ts';
import { createFeedVerifier } from '../feed/feedVerifier.ts';
import { followApprovalFeed } from '../gateway/approvals/approvalFeed.ts';
import { createGrantSigner } from '../gateway/grants/grantSigner.ts';
import { publicJwk } from '../gateway/grants/signingKey.ts';
import { createCaches } from '../gateway/runtime/caches.ts';
import { createKeySet } from '../keys/keySet.ts';
import { idOf, post, startGateway, startProduct } from '../test/harness/product/startProduct.ts';
import { aging, agingOfficer, idhsOfficer } from '../test/harness/requesters.ts';
import { measureMoves } from './emou/measureMoves.ts';
import { percentile } from './emou/percentile.ts';
import { writeRegister } from './emou/writeRegister.ts';

/**
 * Benchmark of emou with a full register: the inbox, the feed, and the time from a decision's acknowledgment until it
 * reaches a second gateway. Everything but the database runs in this one process.
 */
const { values } = parseArgs({
  options: {
    open: { type: 'string', default: '10000' },
    'in-force': { type: 'string', default: '10000' },
    past: { type: 'string', default: '100000' },
    moves: { type: 'string', default: '200' },
  },
});
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};
const repeated = async (times: number, work: () => Promise<unknown>): Promise<readonly number[]> => {
  const taken: number[] = [];
  for (let time = 0; time < times; time++) taken.push(await timed(work));
  return taken;
};

say('starting person360');
const system = await startProduct();
const table = new Table({ head: ['what', 'median ms', 'p99 ms', 'most ms', 'target'] });
const row = (what: string, taken: readonly number[], target: string): void => {
  const figures = [percentile(taken, 0.5), percentile(taken, 0.99), Math.max(...taken)];
  table.push([what, ...figures.map((figure) => figure.toFixed(1)), target]);
};
try {
  const emou = new URL(system.subgraphUrls.get('emou') ?? '');
  const grants = createGrantSigner(
    publicJwk(developmentKey(system.dataDirectory, 'grants')).key,
    system.clock.now,
    createCaches(),
  );
  const follow = () =>
    followApprovalFeed({
      url: new URL('/feed', emou).href,
      authorization: () => grants.authorizationFor('emou'),
      verify: createFeedVerifier(
        createKeySet({
          url: new URL('/.well-known/jwks.json', emou).href,
          ...{ algorithms: ['ES256'], clock: system.clock.now },
        }),
      ),
      ...{ maxAgeSeconds: 60, clock: system.clock.now, log: (message: string) => say(message) },
    });

  say(`writing ${values.open} open requests, ${values['in-force']} in force, ${values.past} past events`);
  const size = {
    openRequests: Number(values.open),
    inForce: Number(values['in-force']),
    pastEvents: Number(values.past),
  };
  const revision = await writeRegister(
    system.databaseUrls.get('emou') ?? '',
    localEmouLog(system.ledger),
    size,
    system.clock.now(),
  );
  const beside = await startGateway(system);
  await beside.ready;

  say('the inbox');
  const inbox = '{ requests(box: INBOX, first: 50) { edges { node { id status due { date businessDaysLeft } } } } }';
  const read = () => post(system.url, system.token(idhsOfficer), { query: inbox });
  await repeated(5, read);
  row('inbox of 50, through the gateway', await repeated(100, read), '< 50');

  say('the feed');
  const firstReads = await repeated(10, async () => {
    const feed = follow();
    await feed.ready;
    await feed.stop();
  });
  row(`feed: a gateway that begins reads ${values['in-force']} approvals`, firstReads, '');
  const feed = follow();
  await feed.ready;
  if (!(await feed.reached(revision, 0))) throw new Error('The feed does not tell what was written.');
  row('feed: a gateway asks what is new', await repeated(50, () => feed.catchUp()), '< 100');
  await feed.stop();

  say(`${values.moves} moves`);
  const { acknowledged, inForce } = await measureMoves({
    moves: Number(values.moves),
    decide: (query, variables, who) =>
      post(system.url, system.token(who === 'owner' ? idhsOfficer : agingOfficer), { query, variables }),
    see: () =>
      post(beside.url, system.token(aging), {
        query: 'query ($id: ID!) { person(id: $id) { tanf { status } } }',
        variables: { id: idOf('daughter') },
      }),
  });
  row('a move: asked to acknowledged', acknowledged, '');
  row('a move: acknowledged to in force at another gateway', inForce, 'p99 < 1000');
  await beside.stop();

  process.stdout.write(`${table}\n`);
} finally {
  await system.stop();
}
