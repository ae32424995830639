import type { AuditSuite } from '../harness/auditGraph.ts';
import { abstractSuites } from './abstract.ts';
import { argumentSuites } from './arguments.ts';
import { entitySuites } from './entities.ts';
import { externalSuites } from './external.ts';
import { interfaceObjectSuites } from './interfaceObjects.ts';
import { keySuites } from './keys.ts';
import { providesSuites } from './provides.ts';
import { requiresSuites } from './requires.ts';
import { requiresShopSuites } from './requiresShop.ts';
import { requiresThroughSuites } from './requiresThrough.ts';
import { schemaSuites } from './schemas.ts';
import { unionSuites } from './unions.ts';

export const allSuites: readonly AuditSuite[] = [
  ...keySuites,
  ...entitySuites,
  ...externalSuites,
  ...requiresShopSuites,
  ...requiresSuites,
  ...requiresThroughSuites,
  ...argumentSuites,
  ...providesSuites,
  ...abstractSuites,
  ...unionSuites,
  ...interfaceObjectSuites,
  ...schemaSuites,
];
