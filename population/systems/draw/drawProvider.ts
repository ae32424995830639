import { namePools } from '../../names/heritage.ts';
import type { RandomStream } from '../../random/randomStream.ts';

const firstNames = [...namePools.GENERAL.female, ...namePools.SOUTH_ASIAN.female, ...namePools.GENERAL.male];
const lastNames = [...namePools.GENERAL.family, ...namePools.SOUTH_ASIAN.family, ...namePools.EAST_ASIAN.family];
const HOW_MANY = 6000;

/** One of the state's primary care doctors: the same number always has the same name. */
export function drawProvider(random: RandomStream): { readonly name: string; readonly npi: string } {
  const which = random.between(0, HOW_MANY - 1);
  const first = firstNames[which % firstNames.length];
  const last = lastNames[(which * 31) % lastNames.length];
  return { name: `Dr. ${first} ${last}`, npi: nationalProviderIdentifier(which) };
}

/** Ten digits; the last is the Luhn check digit over the rest with 80840 before it (45 CFR 162.406). */
export function nationalProviderIdentifier(which: number): string {
  const body = String(100_000_000 + ((which * 15_485_863) % 99_999_989));
  let sum = 24;
  for (let position = 0; position < body.length; position++) {
    const digit = Number(body.charAt(position));
    const doubled = position % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return body + String((10 - (sum % 10)) % 10);
}
