import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { approve, listen, pause, revoke, start } from './listeners.ts';

describe('what the feed says', () => {
  test('the public key is named by its RFC 7638 thumbprint', async () => {
    const url = await start();
    const response = await fetch(new URL('/.well-known/jwks.json', url));
    const Jwk = z.strictObject({
      kty: z.literal('EC'),
      crv: z.literal('P-256'),
      x: z.string(),
      y: z.string(),
      kid: z.string(),
      alg: z.literal('ES256'),
      use: z.literal('sig'),
    });
    const { keys } = z.object({ keys: z.array(Jwk).length(1) }).parse(await response.json());
    const required = `{"crv":"${keys[0]?.crv}","kty":"${keys[0]?.kty}","x":"${keys[0]?.x}","y":"${keys[0]?.y}"}`;
    expect(keys[0]?.kid).toBe(createHash('sha256').update(required).digest('base64url'));
  });

  test('a reader gets a snapshot at once: signatories, approvals, revision', async () => {
    const url = await start();
    const id = await approve(url, 'snap.participation', undefined, { roles: ['CASEWORKER'] });
    const feed = await listen(url);
    const snapshot = await feed.snapshot(() => true);
    expect(snapshot.revision).toBe(1);
    expect(snapshot.agencies).toHaveLength(13);
    expect(snapshot.approvals).toEqual([
      {
        id,
        requestingAgency: 'DCFS',
        dataset: 'snap.participation',
        purpose: 'CARE_COORDINATION',
        legalBasis: '7 CFR 272.1(c)(1)',
        roles: ['CASEWORKER'],
        validFrom: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        validUntil: expect.stringMatching(/Z$/),
      },
    ]);
    expect(Math.abs(snapshot.iat - Date.now() / 1000)).toBeLessThan(5);
  });

  test('approvals that begin later are in it, revoked and expired ones are not', async () => {
    const url = await start();
    const startsOn = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    const later = await approve(url, 'snap.participation', undefined, { startsOn });
    const revoked = await approve(url, 'snap.benefits');
    await approve(url, 'tanf.benefits', new Date(Date.now() + 300).toISOString());
    await revoke(url, revoked);
    await pause(400);
    const { approvals } = await (await listen(url)).snapshot(() => true);
    expect(approvals.map(({ id }) => id)).toEqual([later]);
  });

  test('heartbeats follow, signed and dated, with the revision', async () => {
    const url = await start({ heartbeatMs: 50 });
    const feed = await listen(url);
    await pause(1_200);
    const beats = feed.events.filter(({ event }) => event.kind === 'heartbeat').map(({ event }) => event);
    expect(beats.length).toBeGreaterThan(3);
    expect(beats.every(({ revision }) => revision === 0)).toBe(true);
    expect((beats.at(-1)?.iat ?? 0) - (beats[0]?.iat ?? 0)).toBeGreaterThanOrEqual(1);
    expect(feed.snapshots()).toHaveLength(1);
  });
});
