import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { seedApprovals } from './seed.ts';
import { askAccess, askApproval, askRevocation } from './testing/askEmou.ts';
import { type EmouTestBed, startEmouTestBed } from './testing/emouTestBed.ts';

let bed: EmouTestBed;

beforeAll(async () => {
  bed = await startEmouTestBed();
});
afterAll(() => bed?.stop());

const Details = z.strictObject({
  agency: z.string().optional(),
  dataset: z.string().optional(),
  purpose: z.string().optional(),
  justification: z.string().optional(),
  legalBasis: z.string().optional(),
  validFrom: z.string().optional(),
  validUntil: z.string().optional(),
  reason: z.string().optional(),
});

interface EventRow {
  readonly revision: number;
  readonly kind: string;
  readonly happened_at: Date;
  readonly actor_subject: string;
  readonly actor_agency: string;
  readonly request_id: string | null;
  readonly approval_id: string | null;
  readonly details: unknown;
}

/** What the tables must hold if nothing but the history is true. */
function replay(events: readonly EventRow[]) {
  const requests = new Map<string, z.infer<typeof Details> & { status: string; at: string; by: string }>();
  const approvals = new Map<string, object>();
  for (const event of events) {
    const { agency, dataset, purpose, justification, legalBasis, validFrom, validUntil, reason } = Details.parse(
      event.details,
    );
    const at = event.happened_at.toISOString();
    const { request_id: requestId, approval_id: approvalId } = event;
    switch (event.kind) {
      case 'ACCESS_REQUESTED': {
        const asked = { agency: event.actor_agency, dataset, purpose, justification, legalBasis };
        requests.set(requestId ?? '', { ...asked, status: 'SUBMITTED', at, by: event.actor_subject });
        break;
      }
      case 'REQUEST_APPROVED': {
        const request = requests.get(requestId ?? '');
        if (request === undefined) throw new Error('What was never asked for was approved.');
        requests.set(requestId ?? '', { ...request, status: 'APPROVED' });
        const terms = { agency: request.agency, dataset: request.dataset, purpose: request.purpose };
        const given = { legalBasis: request.legalBasis, requestId, validFrom, validUntil };
        approvals.set(approvalId ?? '', { ...terms, ...given, revokedAt: null, reason: null });
        break;
      }
      case 'APPROVAL_SEEDED': {
        const terms = { agency, dataset, purpose, legalBasis, requestId: null, validFrom, validUntil };
        approvals.set(approvalId ?? '', { ...terms, revokedAt: null, reason: null });
        break;
      }
      case 'APPROVAL_REVOKED':
        approvals.set(approvalId ?? '', { ...approvals.get(approvalId ?? ''), revokedAt: at, reason });
        break;
      default:
        throw new Error(`The history holds an unknown event: ${event.kind}.`);
    }
  }
  return { requests, approvals };
}

test('after many moves at once in two servers, the history alone gives the same register', async () => {
  await seedApprovals({ databaseUrl: bed.databaseUrl, catalogue: bed.catalogue, clock: bed.clock });
  const urls = [(await bed.startEmou()).url, (await bed.startEmou()).url];
  const agencies = ['DCFS', 'HFS', 'IDPH'];
  const datasets = ['snap.participation', 'snap.benefits', 'tanf.benefits', 'tanf.requirements'];
  const idhs = bed.grant({ agency: 'IDHS' });

  /** One agency's officer asks for everything again and again, and has whatever comes of it approved and revoked. */
  const worker = async (agency: string, url: string, turn: number): Promise<readonly number[]> => {
    const revisions: number[] = [];
    for (let round = 0; round < 2; round++) {
      for (const dataset of [...datasets.slice(turn), ...datasets.slice(0, turn)]) {
        const { ids } = await askAccess(url, bed.grant({ agency }), { datasets: [dataset] });
        const { approval, revision } = await askApproval(url, idhs, ids[0] ?? 'none');
        const revoked = round === 1 ? undefined : await askRevocation(url, idhs, approval?.id ?? 'none');
        revisions.push(...[revision, revoked?.revision].filter((made) => made !== undefined));
      }
    }
    return revisions;
  };
  const made = await Promise.all(
    agencies.flatMap((agency) => urls.map((url, server) => worker(agency, url, server * 2))),
  );

  const events = await bed.sql<EventRow>(
    `SELECT revision::int, kind, happened_at, actor_subject, actor_agency, request_id, approval_id, details
     FROM register_event ORDER BY event_number`,
  );
  const { requests, approvals } = replay(events);
  const requestRows = await bed.sql(
    `SELECT request_id, requesting_agency AS agency, dataset, purpose, justification, legal_basis AS "legalBasis", status,
       submitted_at AS at, submitted_by AS by FROM access_request`,
  );
  const approvalRows = await bed.sql(
    `SELECT approval_id, requesting_agency AS agency, dataset, purpose, legal_basis AS "legalBasis", request_id AS "requestId",
       valid_from AS "validFrom", valid_until AS "validUntil", revoked_at AS "revokedAt", revoked_because AS reason FROM approval`,
  );
  const asJson = (rows: readonly object[]) => JSON.parse(JSON.stringify(rows));
  expect(
    new Map(asJson(requestRows).map(({ request_id, ...row }: Record<string, string>) => [request_id, row])),
  ).toEqual(requests);
  expect(
    new Map(asJson(approvalRows).map(({ approval_id, ...row }: Record<string, string>) => [approval_id, row])),
  ).toEqual(approvals);

  // Every change has one revision of its own, in the order in which it happened, the seed's the first.
  const changes = made.flat().sort((a, b) => a - b);
  expect(changes.length).toBeGreaterThan(12);
  expect(changes).toEqual(changes.map((_, place) => place + 2));
  expect(events.map(({ revision }) => revision)).toEqual(events.map(({ revision }) => revision).sort((a, b) => a - b));
  const instants = events.map(({ happened_at }) => happened_at.getTime());
  expect(instants).toEqual([...instants].sort((a, b) => a - b));

  // Never two approvals in force, nor two open requests, for the same agency, dataset and purpose.
  const twice = await bed.sql(
    `SELECT 1 FROM approval WHERE revoked_at IS NULL GROUP BY requesting_agency, dataset, purpose HAVING count(*) > 1`,
  );
  expect(twice).toEqual([]);
}, 60_000);
