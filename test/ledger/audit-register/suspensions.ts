import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { type AuditBed, startAuditBed } from '../harness/auditBed.ts';

export const personId = '3f0c8f0e-0000-4000-8000-000000000001';

export let bed: AuditBed;
beforeAll(async () => {
  bed = await startAuditBed();
}, 60_000);
afterAll(() => bed?.stop());
beforeEach(() => bed.clear());
