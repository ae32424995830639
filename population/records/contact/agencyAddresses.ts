import type { County } from '../../places/counties.ts';
import type { RandomStream } from '../../random/randomStream.ts';

export interface Address {
  readonly street: string | null;
  readonly city: string | null;
  readonly zip: string | null;
}

/** Head offices: public buildings, known to every system. */
const HEAD_OFFICES: Readonly<Record<string, Address>> = {
  IDHS: { street: '100 S Grand Avenue East', city: 'Springfield', zip: '62762' },
  HFS: { street: '201 S Grand Avenue East', city: 'Springfield', zip: '62763' },
  DCFS: { street: '406 E Monroe Street', city: 'Springfield', zip: '62701' },
  IDOC: { street: '1301 Concordia Court', city: 'Springfield', zip: '62794' },
};
const AGENCIES: Readonly<Record<string, string>> = {
  snap: 'IDHS',
  tanf: 'IDHS',
  medicaid: 'HFS',
  childwelfare: 'DCFS',
  corrections: 'IDOC',
};

/** The system's agency as the address of a person: its head office, or a made-up local office that many share. */
export function agencyAddress(random: RandomStream, system: string, county: County): Address {
  const head = HEAD_OFFICES[AGENCIES[system] ?? ''];
  if (head && random.chance(0.5)) return head;
  const local = system === 'childwelfare' || system === 'corrections' ? 'Field Office' : 'Family Resource Center';
  return { street: `1 ${local} Plaza`, city: county.seat, zip: county.zip };
}
