import type { GrantClaims } from '../../../schema/tokens/grant.ts';
import { isUuid } from '../../../schema/values/uuid.ts';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import { END_OF_EMERGENCY } from './declaredEmergency.ts';

const household = statement<{ readonly household: readonly string[]; readonly openedAt: Date }>(
  'householdInEmergency',
  `select household, opened_at as "openedAt" from emergency
   where emergency_id = $1 and requester = $2 and agency = $3 and purpose = $4 and ${END_OF_EMERGENCY} > $5`,
);

/**
 * Lists the persons named by the grant whom the emergency covers, while it is open and if the grant's requester
 * declared it; and since when.
 */
export async function householdInEmergency(
  queries: Queries,
  { emergency, sub, agency, purpose }: Pick<GrantClaims, 'emergency' | 'sub' | 'agency' | 'purpose'>,
  now: Date,
): Promise<{ readonly persons: ReadonlySet<string>; readonly openedAt: Date | undefined }> {
  if (emergency === undefined || sub === undefined || !isUuid(emergency))
    return { persons: new Set(), openedAt: undefined };
  const [found] = await queries.rows(household, [emergency, sub, agency, purpose, now]);
  return { persons: new Set(found?.household), openedAt: found?.openedAt };
}
