import type { RandomStream } from '../random/randomStream.ts';
import { type City, citiesByCounty } from './cities.ts';
import { type County, counties } from './counties.ts';

export interface Place {
  readonly county: County;
  readonly street: string;
  readonly city: string;
  readonly zip: string;
}

const streetNames =
  `Main State Oak Elm Maple Washington Lincoln Jefferson Madison Jackson Monroe Adams Park Walnut Chestnut
 Church Market Prairie Center Grand Cedar Pine Cherry Highland Sunset River Lake Union Douglas Grant Harrison Ashland
 Western Halsted Cottage-Grove Pulaski Kedzie Cermak Archer Vernon Locust Division Spring Mill Ridge Locust Broadway
 Garfield Logan Sheridan Fulton Wabash Illinois Franklin Vine Willow Birch Hickory Sycamore Poplar Orchard College`
    .trim()
    .split(/\s+/)
    .map((name) => name.replace('-', ' '));
const STREET_KINDS = ['Street', 'Avenue', 'Drive', 'Road', 'Lane', 'Court', 'Boulevard'];

/** Running totals of inhabitants: a county is found by binary search. */
const totals: readonly number[] = counties.reduce<number[]>((sums, county) => {
  sums.push((sums.at(-1) ?? 0) + county.thousands);
  return sums;
}, []);

const citiesOf: ReadonlyMap<string, readonly (readonly [number, City])[]> = new Map(
  counties.map((county) => [
    county.name,
    (citiesByCounty.get(county.name) ?? [{ name: county.seat, zips: [county.zip], weight: 1 }]).map(
      (city) => [city.weight, city] as const,
    ),
  ]),
);

/** Draws where a household lives: a county weighted by its population, a city in it, a made-up street. */
export function drawPlace(random: RandomStream): Place {
  return drawPlaceIn(random, drawCounty(random));
}

/** Draws a city of the county and a made-up street. */
export function drawPlaceIn(random: RandomStream, county: County): Place {
  const city = random.weighted(citiesOf.get(county.name) ?? []);
  const compass = random.chance(0.45) ? `${random.pick(['N', 'S', 'E', 'W'])} ` : '';
  const apartment = random.chance(county.name === 'Cook' ? 0.4 : 0.15) ? ` Apt ${random.between(1, 40)}` : '';
  return {
    county,
    city: city.name,
    zip: random.pick(city.zips),
    street: `${random.between(100, 9899)} ${compass}${random.pick(streetNames)} ${random.pick(STREET_KINDS)}${apartment}`,
  };
}

function drawCounty(random: RandomStream): County {
  const sought = random.next() * (totals.at(-1) ?? 0);
  let low = 0;
  let high = totals.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((totals[middle] ?? 0) > sought) high = middle;
    else low = middle + 1;
  }
  const county = counties[low];
  if (!county) throw new RangeError('The table of counties is empty.');
  return county;
}
