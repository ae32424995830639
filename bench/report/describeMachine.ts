import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import type { Machine } from './report.ts';

const REPORTED_PACKAGES = [
  '@apollo/gateway',
  '@apollo/server',
  '@apollo/query-planner',
  'graphql',
  'undici',
  'express',
];

/** Describes what the figures depend on: the machine, and the versions that package.json pins. */
export function describeMachine(pinned: boolean): Machine {
  const { dependencies }: { dependencies: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    pinned,
    versions: {
      node: process.versions.node,
      ...Object.fromEntries(REPORTED_PACKAGES.map((name) => [name, dependencies[name] ?? 'unknown'])),
    },
  };
}
