import { parentPort, workerData } from 'node:worker_threads';
import { checkCandidate } from './checkCandidate.ts';
import type { ThreadQuestion } from './checkReport.ts';
import { compareSupergraphs } from './compareSupergraphs.ts';
import { validateDocuments } from './validateDocuments.ts';

// The registry sends exactly this (runChecks.ts).
const asked = workerData as ThreadQuestion;
parentPort?.postMessage(answer());

function answer() {
  switch (asked.kind) {
    case 'check':
      return checkCandidate(asked.question);
    case 'compare':
      return compareSupergraphs(asked.before, asked.after);
    case 'validate':
      return validateDocuments(asked.supergraph, asked.documents);
  }
}
