import { GUARDS } from '../model/guardNames.ts';
import type { LinkageModelContent } from '../model/linkageModel.ts';

type Settings = Pick<LinkageModelContent, 'householdLimit' | 'addressFloor' | 'guards'>;

/** For records of families, who share names, addresses, and phone numbers, and move. */
export const FAMILY_SETTINGS: Settings = { householdLimit: 12, addressFloor: -4, guards: [...GUARDS] };

/** For records of unrelated persons, such as FEBRL's, where every trait is evidence of its own. */
export const SINGLE_SETTINGS: Settings = { householdLimit: null, addressFloor: null, guards: [] };
