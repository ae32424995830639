import { afterAll, beforeAll } from '@jest/globals';
import { auditCases } from './boards/audit.cases.ts';
import { explorerCases } from './boards/explorer.cases.ts';
import { faultsCases } from './boards/faults.cases.ts';
import { linksCases } from './boards/links.cases.ts';
import { personCases } from './boards/person.cases.ts';
import { publishingCases } from './boards/publishing.cases.ts';
import { searchCases } from './boards/search.cases.ts';
import { describeInBrowser } from './harness/browser.ts';
import { type SharedConsole, startSharedConsole } from './harness/sharedConsole.ts';

describeInBrowser('the boards', () => {
  /** Started once for all cases, which come in an order in which none disturbs those after it. */
  const shared = {} as SharedConsole;
  beforeAll(async () => {
    Object.assign(shared, await startSharedConsole());
  }, 180_000);
  afterAll(() => shared.stop?.());

  personCases(shared);
  explorerCases(shared);
  auditCases(shared);
  publishingCases(shared);
  linksCases(shared);
  faultsCases(shared);
  // The last one, because it sets the clock forward.
  searchCases(shared);
});
