import { rm } from 'node:fs/promises';
import { startLocalSystem } from '../../cli/local/startLocalSystem.ts';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../../cli/postgres/embeddedPostgres.ts';
import { keepPrepared } from '../../cli/postgres/testing/preparedData.ts';
import { makeDataDirectory } from '../../cli/postgres/testing/testPostgres.ts';
import { inlinePlannerFor } from './product/inlinePlanner.ts';
import { population } from './product/population.ts';

/** Run by wholeRun.js, with the directory for what dozens of test files begin with (see preparedData.ts). */
const [, , into = ''] = process.argv;
const dataDirectory = await makeDataDirectory('person360-prepare-');
try {
  await (await startEmbeddedPostgres({ dataDirectory })).stop();
  await keepPrepared('server', dataDirectory, into);
  const system = await startLocalSystem({
    ...{ dataDirectory, ...population },
    port: 0,
    databaseUrls: new Map(),
    callers: undefined,
    plannerFor: inlinePlannerFor,
    clock: () => new Date(),
    onStep: () => undefined,
    onProgress: () => undefined,
    log: () => undefined,
  });
  await system.stop();
  await keepPrepared('product', dataDirectory, into);
} finally {
  await removeEmbeddedPostgres(dataDirectory);
  await rm(dataDirectory, { recursive: true, force: true });
}
