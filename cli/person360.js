#!/usr/bin/env node
// Runs the command line from its TypeScript source; the built image runs dist/cli/run.js.
import { register } from 'tsx/esm/api';

register();
await import('./run.ts');
