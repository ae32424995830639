import { foldedWords, foldText } from './foldText.ts';
import { AGENCY_ADDRESSES, NO_STREET } from './placeholders.ts';
import { remember } from './remember.ts';

export interface NormalizedAddress {
  readonly houseNumber: string | null;
  readonly streetName: string | null;
  readonly secondary: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly zip: string | null;
}

interface AddressTraits {
  readonly street: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly zip: string | null;
}

/** Street types of USPS Publication 28, appendix C1, and of other countries. Systems abbreviate or omit them. */
const TYPES =
  'STREET ST STR AVENUE AVE AV ROAD RD DRIVE DR LANE LN COURT CT PLACE PL BOULEVARD BLVD CIRCLE CIR TERRACE TER TRCE ' +
  'PARKWAY PKWY HIGHWAY HWY WAY TRAIL TRL SQUARE SQ CRESCENT CRES CLOSE CIRCUIT CCT PLAZA PLZ LOOP ALLEY RUN';
const STREET_TYPES = new Set(TYPES.split(' '));
const JOINED_TYPE = /(?<=.{3})(STREET|AVENUE|ROAD|DRIVE|COURT|PLACE|BOULEVARD|CIRCLE|TERRACE|CRESCENT|CLOSE|CIRCUIT)$/;
const DIRECTIONS = new Set('N S E W NE NW SE SW NORTH SOUTH EAST WEST'.split(' '));
const UNITS = new Set('APT APARTMENT UNIT STE SUITE FL FLOOR RM ROOM LOT TRLR BLDG'.split(' '));

/** Address in parts. The places of agencies and words such as HOMELESS are no evidence. */
export function normalizeAddress({ street, city, state, zip }: AddressTraits): NormalizedAddress {
  const parts = streetParts(street ?? '');
  const code = zip?.replace(/\D/g, '').slice(0, 5) ?? '';
  const place = {
    city: orNull(cityName(city ?? '')),
    state: orNull(state === null ? '' : foldText(state).replace(/ /g, '')),
    zip: code.length < 4 || /^(.)\1+$/.test(code) ? null : code,
  };
  const nobodyLives = AGENCY_ADDRESSES.has(`${parts.houseNumber}|${parts.streetName}|${place.zip}`);
  return nobodyLives
    ? { houseNumber: null, streetName: null, secondary: null, city: null, state: place.state, zip: null }
    : { ...parts, ...place };
}

const streetParts = remember((street): Pick<NormalizedAddress, 'houseNumber' | 'streetName' | 'secondary'> => {
  const [line = '', ...further] = street.split(/[,\n]/);
  const words = foldedWords(line.replace(/#/g, ' APT '));
  if (NO_STREET.has(words.join(''))) return { houseNumber: null, streetName: null, secondary: null };
  const unitAt = words.findIndex((word, at) => at > 1 && UNITS.has(word));
  const own = unitAt === -1 ? words : words.slice(0, unitAt);
  const unit = unitAt === -1 ? further.flatMap((text) => foldedWords(text.replace(/#/g, ' '))) : words.slice(unitAt);
  const hasNumber = own[0] !== undefined && /^\d+[A-Z]?$/.test(own[0]);
  return {
    houseNumber: hasNumber ? (own[0] ?? null) : null,
    streetName: orNull(streetName(hasNumber ? own.slice(1) : own)),
    secondary: orNull(unit.filter((word) => !UNITS.has(word)).join('')),
  };
});

function streetName(words: readonly string[]): string {
  let start = 0;
  let end = words.length;
  while (end - start > 1 && DIRECTIONS.has(words[start] ?? '')) start++;
  while (end - start > 1 && DIRECTIONS.has(words[end - 1] ?? '')) end--;
  while (end - start > 1 && STREET_TYPES.has(words[end - 1] ?? '')) end--;
  return words.slice(start, end).join('').replace(JOINED_TYPE, '');
}

const cityName = remember((city) => {
  const words = foldedWords(city);
  const [first, ...others] = words;
  if (first === 'SAINT') return `ST${others.join('')}`;
  if (first === 'FORT') return `FT${others.join('')}`;
  if (first === 'MOUNT') return `MT${others.join('')}`;
  return words.join('');
});

function orNull(text: string): string | null {
  return text === '' || NO_STREET.has(text) ? null : text;
}
