import type { RandomStream } from '../random/randomStream.ts';
import type { SchoolRow } from '../systems/education.ts';
import { type County, counties } from './counties.ts';

export type SchoolBand = 'ELEMENTARY' | 'MIDDLE' | 'HIGH';

const namesakes = `Lincoln Washington Jefferson Roosevelt Douglass Addams Grant Kennedy King Wells Brooks Chavez Curie
 Einstein Sandburg Field Emerson Franklin Hamilton Hawthorne Irving Longfellow Madison Monroe Parks Stevenson Tubman
 Twain Whitman Wilson Prairie-View Oak-Grove Cedar-Ridge Maple-Park River-Bend Lakeview Northside Southside Westfield
 Eastbrook`
  .trim()
  .split(/\s+/)
  .map((name) => name.replace('-', ' '));

const titles: Readonly<Record<SchoolBand, string>> = {
  ELEMENTARY: 'Elementary School',
  MIDDLE: 'Middle School',
  HIGH: 'High School',
};
/** One school per this many thousand inhabitants. */
const thousandsPerSchool: Readonly<Record<SchoolBand, number>> = { ELEMENTARY: 12, MIDDLE: 24, HIGH: 36 };
const BANDS: readonly SchoolBand[] = ['ELEMENTARY', 'MIDDLE', 'HIGH'];

const schoolsByCounty: ReadonlyMap<string, Readonly<Record<SchoolBand, readonly SchoolRow[]>>> = new Map(
  counties.map((county, position) => [
    county.name,
    {
      ELEMENTARY: schoolsOfBand(county, position, 'ELEMENTARY'),
      MIDDLE: schoolsOfBand(county, position, 'MIDDLE'),
      HIGH: schoolsOfBand(county, position, 'HIGH'),
    },
  ]),
);

/** Every public school, the same for every population. */
export const schools: readonly SchoolRow[] = [...schoolsByCounty.values()].flatMap((byBand) =>
  BANDS.flatMap((band) => byBand[band]),
);

export function drawSchool(random: RandomStream, county: County, band: SchoolBand): SchoolRow {
  return random.pick(schoolsByCounty.get(county.name)?.[band] ?? []);
}

function schoolsOfBand(county: County, position: number, band: SchoolBand): readonly SchoolRow[] {
  const count = Math.max(1, Math.round(county.thousands / thousandsPerSchool[band]));
  return Array.from({ length: count }, (_, each) => {
    const namesake = namesakes[(position * 7 + each) % namesakes.length] ?? county.name;
    const round = Math.floor(each / namesakes.length);
    const number = (BANDS.indexOf(band) + 1) * 1000 + each;
    return {
      rcdts: rcdts(position, 10 + round, number),
      name: `${namesake} ${titles[band]}${round > 0 ? `, District ${10 + round}` : `, ${county.name} County`}`,
    };
  });
}

/** Region 2, county 3, district 4, type 2, school 4 digits. */
function rcdts(countyPosition: number, district: number, school: number): string {
  const region = (countyPosition % 56) + 1;
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return `${pad(region, 2)}${pad(countyPosition + 1, 3)}${pad(district, 4)}25${pad(school, 4)}`;
}
