import jwt from 'jsonwebtoken';
import type { KeySet } from '../../../keys/keySet.ts';

const CLOCK_TOLERANCE_SECONDS = 5;

/** True for a token that the registry signed for emou's feed: its checks say which approvals a publication opens. */
export async function isRegistryToken(
  authorization: string | undefined,
  keys: Pick<KeySet, 'find'>,
  now: Date,
): Promise<boolean> {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined || token.length > 2_000) return false;
  try {
    const { header, payload } = jwt.decode(token, { complete: true }) ?? {};
    if (header?.alg !== 'ES256' || 'crit' in header || typeof header.kid !== 'string') return false;
    if (typeof payload !== 'object' || payload.iss !== 'person360-registry') return false;
    const found = await keys.find(header.kid);
    if (found.kind !== 'found') return false;
    const claims = jwt.verify(token, found.key, {
      ...{ algorithms: ['ES256'], issuer: 'person360-registry', audience: 'emou' },
      ...{ clockTolerance: CLOCK_TOLERANCE_SECONDS, clockTimestamp: Math.floor(now.getTime() / 1000) },
    });
    return typeof claims === 'object' && typeof claims.exp === 'number';
  } catch {
    return false;
  }
}
