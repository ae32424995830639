import { parentPort, workerData } from 'node:worker_threads';
import { checkCandidate } from './checkCandidate.ts';
import type { ThreadQuestion } from './checkReport.ts';
import { compareSupergraphs } from './compareSupergraphs.ts';

// The registry sends exactly this (runChecks.ts).
const asked = workerData as ThreadQuestion;
parentPort?.postMessage(
  asked.kind === 'check' ? checkCandidate(asked.question) : compareSupergraphs(asked.before, asked.after),
);
