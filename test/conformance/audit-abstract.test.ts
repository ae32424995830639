import { abstractSuites } from './audit/abstract.ts';
import { unionSuites } from './audit/unions.ts';
import { testAudit } from './harness/auditSuite.ts';

testAudit([...abstractSuites, ...unionSuites]);
