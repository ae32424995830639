import type { County } from '../../places/counties.ts';
import type { RandomStream } from '../../random/randomStream.ts';

const COOK_OFFICES = [
  'Cook County FCRC, South Loop',
  'Cook County FCRC, Humboldt Park',
  'Cook County FCRC, Englewood',
  'Cook County FCRC, Northwest',
  'Cook County FCRC, Calumet Park',
  'Cook County FCRC, Skokie',
  'Cook County FCRC, West Suburban',
];

/** Family Community Resource Center: one a county, several in Cook. */
export function drawOffice(random: RandomStream, county: County): string {
  return county.name === 'Cook' ? random.pick(COOK_OFFICES) : `${county.name} County FCRC`;
}
