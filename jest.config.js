/** @type {import('jest').Config} */
export default {
  testEnvironment: '<rootDir>/test/harness/worker/environment.cjs',
  runtime: '<rootDir>/test/harness/worker/runtime.cjs',
  testSequencer: '<rootDir>/test/harness/worker/sequencer.cjs',
  roots: [
    '<rootDir>/gateway',
    '<rootDir>/feed',
    '<rootDir>/fhir',
    '<rootDir>/supergraph',
    '<rootDir>/subgraphs',
    '<rootDir>/keys',
    '<rootDir>/ledger',
    '<rootDir>/population',
    '<rootDir>/cli',
    '<rootDir>/schema',
    '<rootDir>/client',
    '<rootDir>/console',
    '<rootDir>/test',
    '<rootDir>/bench',
  ],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } },
    ],
  },
  globalSetup: '<rootDir>/test/harness/wholeRun.js',
  globalTeardown: '<rootDir>/test/harness/wholeRunEnd.js',
  testTimeout: 60_000,
  // One more than the cores of a small machine: tests wait for databases and processes a good part of their time.
  maxWorkers: 3,
};
