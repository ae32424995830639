import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { SystemDatasets } from '../../../schema/catalog/datasetCatalogue.ts';
import { CliError } from '../../cliError.ts';
import { isObject, send } from '../../contract/reply.ts';
import { describeResult, type ReportFormat, reportContract, summarize } from '../../contract/reportContract.ts';
import { type ItemResult, runContract } from '../../contract/runContract.ts';
import { readShape, type SubgraphShape } from '../../contract/subgraphShape.ts';
import { createSubgraphUnderTest, type KnownKey, readKnownKey } from '../../contract/subgraphUnderTest.ts';
import { createTestGrants } from '../../contract/testGrants.ts';
import { newTestKey, readTestKey, serveTestKeys } from '../../contract/testKeys.ts';
import { DEFAULT_JWKS_PORT } from '../../systemPorts.ts';

export interface TestOptions {
  /** Default: the SDL that the subgraph serves. */
  readonly sdl?: string | undefined;
  readonly datasets?: string | undefined;
  /** Default: the system of the datasets. */
  readonly name?: string | undefined;
  readonly key?: readonly string[] | undefined;
  /** 0: any free port. */
  readonly jwksPort: number;
  readonly grantKey?: string | undefined;
  readonly format: ReportFormat;
  readonly item?: readonly string[] | undefined;
}

/** Where messages and the report go. */
export interface TestOutput {
  readonly say: (line: string) => void;
  readonly print: (line: string) => void;
}

/**
 * Tests a running subgraph against the contract. Resolves to true if no item failed. Throws a CliError if it cannot be
 * tested at all.
 */
export async function testSubgraph(address: string, options: TestOptions, output: TestOutput): Promise<boolean> {
  const url = readAddress(address);
  const described = options.datasets === undefined ? undefined : readDatasets(options.datasets);
  const name = options.name ?? described?.system;
  if (name === undefined) throw new CliError('Give the name of the subgraph: --name, or --datasets with its file.');
  const signingKey = options.grantKey === undefined ? newTestKey() : readTestKey(options.grantKey);
  // The owner of a given key serves its key set, unless a port is given too.
  const servesKeys = options.grantKey === undefined || options.jwksPort !== DEFAULT_JWKS_PORT;
  const keyServer = servesKeys ? await serveTestKeys(signingKey, options.jwksPort) : undefined;
  try {
    if (keyServer !== undefined) output.say(`The key set of this test: ${keyServer.url}`);
    await requireReachable(url);
    const grants = createTestGrants(name, signingKey, () => new Date());
    const sdl = options.sdl === undefined ? await servedSdl(url, grants.for([])) : read(options.sdl, '--sdl');
    const shape = readShape(sdl);
    const keys = readKeys(shape, options.key ?? []);
    const datasets = described?.datasets.map(({ id }) => id) ?? shape.datasets;
    const subgraph = createSubgraphUnderTest({
      ...{ name, url, shape, datasets, keys, grants, signingKey, keyServer },
      patienceMs: PATIENCE_MS,
    });
    const onResult = (result: ItemResult): void => {
      if (options.format === 'text') output.print(describeResult(result));
    };
    const results = await runContract(subgraph, options.item, onResult);
    output.print(options.format === 'text' ? summarize(results) : reportContract(results, options.format));
    return results.every(({ outcome }) => outcome.result !== 'fail');
  } finally {
    await keyServer?.stop();
  }
}

/** Longer than a subgraph may wait before it fetches the key set again. */
const PATIENCE_MS = 10_000;

function readAddress(address: string): URL {
  try {
    const url = new URL(address);
    if (url.protocol === 'http:' || url.protocol === 'https:') return url;
  } catch {
    // Reported below.
  }
  throw new CliError(`"${address}" is not the address of a subgraph. Use one such as http://127.0.0.1:4020/graphql.`);
}

function read(file: string, option: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
    throw new CliError(`${option} ${file} cannot be read (${code}).`);
  }
}

function readDatasets(file: string): SystemDatasets {
  const text = read(file, '--datasets');
  let content: unknown;
  try {
    content = parse(text);
  } catch (error) {
    throw new CliError(`--datasets ${file} is not YAML: ${error instanceof Error ? error.message : String(error)}`);
  }
  const result = SystemDatasets.safeParse(content);
  if (!result.success) throw new CliError(`--datasets ${file} is not a dataset file: ${z.prettifyError(result.error)}`);
  return result.data;
}

async function requireReachable(url: URL): Promise<void> {
  const { status, text } = await send(new URL('/health/live', url), { method: 'GET', timeoutMs: 5_000 });
  if (status === 0) throw new CliError(`There is no response from ${url.origin} (${text}). Start the subgraph first.`);
}

async function servedSdl(url: URL, authorization: string): Promise<string> {
  const reply = await send(url, { authorization, body: JSON.stringify({ query: '{ _service { sdl } }' }) });
  const service = reply.data?._service;
  if (isObject(service) && typeof service.sdl === 'string') return service.sdl;
  throw new CliError('The subgraph did not send its SDL. Give the file with --sdl.');
}

function readKeys(shape: SubgraphShape, texts: readonly string[]): readonly KnownKey[] {
  if (texts.length === 0 && shape.entities.size > 0) {
    throw new CliError(
      "Give a number that the subgraph has a record for, such as --key 'agingClientId:A-1001'. Use a test record.",
    );
  }
  return texts.map((text) => {
    const key = readKnownKey(shape, text);
    if (key !== undefined) return key;
    const possible = [...shape.entities].flatMap(([type, fields]) => fields.map((field) => `${type}.${field}`));
    throw new CliError(`--key ${text} names no key of the SDL. Its keys are ${possible.join(', ') || 'none'}.`);
  });
}
