import { interfaceObjectSuites } from './audit/interfaceObjects.ts';
import { providesSuites } from './audit/provides.ts';
import { schemaSuites } from './audit/schemas.ts';
import { testAudit } from './harness/auditSuite.ts';

testAudit([...interfaceObjectSuites, ...providesSuites, ...schemaSuites]);
