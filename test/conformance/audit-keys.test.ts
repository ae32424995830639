import { entitySuites } from './audit/entities.ts';
import { externalSuites } from './audit/external.ts';
import { keySuites } from './audit/keys.ts';
import { testAudit } from './harness/auditSuite.ts';

testAudit([...keySuites, ...entitySuites, ...externalSuites]);
