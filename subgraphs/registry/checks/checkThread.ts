import { parentPort } from 'node:worker_threads';
import type { CheckCache } from '../../../supergraph/checks/checkPublication.ts';
import { checkCandidate } from './checkCandidate.ts';
import type { ThreadQuestion } from './checkReport.ts';
import { compareSupergraphs } from './compareSupergraphs.ts';
import { validateDocuments } from './validateDocuments.ts';

const cache: CheckCache = {};

// The registry sends exactly this, one at a time (runChecks.ts).
parentPort?.on('message', (asked: ThreadQuestion) => parentPort?.postMessage(answer(asked)));

function answer(asked: ThreadQuestion) {
  switch (asked.kind) {
    case 'check':
      return checkCandidate(asked.question, cache);
    case 'compare':
      return compareSupergraphs(asked.before, asked.after);
    case 'validate':
      return validateDocuments(asked.supergraph, asked.documents);
  }
}
