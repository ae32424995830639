import { argumentSuites } from './audit/arguments.ts';
import { requiresSuites } from './audit/requires.ts';
import { requiresShopSuites } from './audit/requiresShop.ts';
import { requiresThroughSuites } from './audit/requiresThrough.ts';
import { testAudit } from './harness/auditSuite.ts';

testAudit([...requiresShopSuites, ...requiresSuites, ...requiresThroughSuites, ...argumentSuites]);
