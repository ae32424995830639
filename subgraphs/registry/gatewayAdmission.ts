import type { Admission } from '../../feed/feedRouter.ts';
import type { SubgraphSystem } from '../kit/subgraphDefinition.ts';

/** Admits gateways: their own grants have the role GATEWAY and no subject, which no caller's grant has. */
export async function gatewayAdmission(
  { grants }: Pick<SubgraphSystem, 'grants'>,
  authorization: string | undefined,
): Promise<Admission> {
  const verdict = await grants.verify(authorization);
  if (verdict.kind === 'refused') return { kind: 'refused', status: 401 };
  if (verdict.kind === 'unavailable') return verdict;
  const { roles, sub } = verdict.grant.claims;
  return roles.includes('GATEWAY') && sub === undefined ? { kind: 'admitted' } : { kind: 'refused', status: 403 };
}
