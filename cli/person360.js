#!/usr/bin/env node
// Runs the command line from its TypeScript source; the built image runs dist/cli/run.js instead.
import { register } from 'tsx/esm/api';

register();
const { main } = await import('./main.ts');
await main(process.argv);
