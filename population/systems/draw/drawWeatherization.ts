import { isoDate } from '../../calendarDay.ts';
import { recordedName } from '../../clericalErrors.ts';
import type { Household } from '../../household/household.ts';
import type { Member } from '../../household/member.ts';
import { COLLAR_COUNTIES } from '../../places/collarCounties.ts';
import type { RandomStream } from '../../random/randomStream.ts';
import { referenceDay } from '../../referenceDay.ts';
import type { EnergyApplicationRow, EnergyClientRow, WeatherizationStatus } from '../weatherization.ts';

export interface EnergyRecords {
  readonly application: EnergyApplicationRow;
  /** Clients by household member: every person who lives there. */
  readonly clients: ReadonlyMap<Member, EnergyClientRow>;
}

/** The household's application for energy assistance, if there is one: those within 200 percent of poverty. */
export function drawWeatherization(
  household: Household,
  known: { readonly tanf: boolean; readonly aabd: boolean },
): EnergyRecords | null {
  const { random, numbers, index, percentOfPoverty, place } = household;
  // Wards who live there are occupants; members in custody or placed elsewhere are not.
  const wardsAtHome =
    household.childCase?.kind === 'WARDS' && household.childCase.placement !== 'AWAY'
      ? household.childCase.children
      : [];
  const occupants = [...household.unit, ...wardsAtHome];
  const applicant = household.unit.find((member) => member.age >= 18);
  if (
    !applicant ||
    household.homeless ||
    percentOfPoverty > 200 ||
    !random.chance(percentOfPoverty <= 100 ? 0.29 : 0.15)
  ) {
    return null;
  }
  const status = random.weighted<WeatherizationStatus>([
    [48, 'APPLIED'],
    [24, 'WAITLIST'],
    [6, 'AUDITED'],
    [6, 'IN_PROGRESS'],
    [3, 'FINAL_INSPECTION'],
    [9, 'COMPLETE'],
    [4, 'DEFERRED'],
  ]);
  const programYear = status === 'COMPLETE' || random.chance(0.4) ? 2025 : 2026;
  const disconnectionStatus = random.weighted([
    [80, 'CONNECTED'],
    [16, 'NOTICE'],
    [4, 'OFF'],
  ]);
  const inCity = place.county.name === 'Cook' || COLLAR_COUNTIES.includes(place.county.name);
  const fuelType = random.weighted([
    [80, 'NAT_GAS'],
    [12, 'ELECTRIC'],
    [inCity ? 0 : 14, 'PROPANE'],
    [1, 'OIL'],
    [inCity ? 0 : 1, 'WOOD'],
  ]);
  const tenure = random.pick(['OWN', 'RENT', 'RENT']);
  const applicationNumber = numbers.energyApplication(index);
  const clients = new Map<Member, EnergyClientRow>();
  for (const member of occupants) {
    clients.set(member, {
      clientId: numbers.energyClient(index, member.place),
      applicationNumber,
      ...recordedName(random, member),
    });
  }
  return {
    clients,
    application: {
      applicationNumber,
      applicantClientId: numbers.energyClient(index, applicant.place),
      status,
      programYear,
      localAgency:
        place.county.name === 'Cook' ? 'CEDA of Cook County' : `${place.county.name} County Community Action`,
      benefitType: drawBenefit(random, disconnectionStatus),
      benefitAmount: random.between(150, 1200) * 100,
      fuelType,
      utilityVendor: vendorOf(random, fuelType, place.county.name),
      disconnectionStatus,
      arrearage: disconnectionStatus === 'CONNECTED' && random.chance(0.6) ? 0 : random.between(4_000, 140_000),
      priorityGroups: priorityGroupsOf(household, occupants),
      incomePercentOfPoverty: percentOfPoverty,
      categoricalBasis: known.tanf
        ? 'TANF'
        : known.aabd
          ? 'AABD'
          : random.weighted([
              [70, null],
              [15, 'SSI'],
              [14, 'HUD'],
              [1, 'USDA_RD'],
            ]),
      ...drawDwelling(random, inCity),
      tenure,
      occupants: occupants.length,
      ...drawWork(random, status, programYear),
    },
  };
}

function drawBenefit(
  random: RandomStream,
  disconnection: EnergyApplicationRow['disconnectionStatus'],
): EnergyApplicationRow['benefitType'] {
  if (disconnection === 'OFF') return 'CRISIS_RECONNECTION';
  return random.weighted([
    [22, 'PIPP'],
    [66, 'DVP'],
    [5, 'CASH'],
    [4, 'FURNACE'],
    [3, 'COOLING'],
  ]);
}

function vendorOf(random: RandomStream, fuel: EnergyApplicationRow['fuelType'], county: string): string {
  const northern = county === 'Cook' || COLLAR_COUNTIES.includes(county);
  switch (fuel) {
    case 'ELECTRIC':
      return northern ? 'ComEd' : random.pick(['Ameren Illinois', 'MidAmerican Energy']);
    case 'NAT_GAS':
      return county === 'Cook' ? random.pick(['Peoples Gas', 'Nicor Gas']) : northern ? 'Nicor Gas' : 'Ameren Illinois';
    case 'PROPANE':
    case 'OIL':
    case 'WOOD':
      return random.pick(['Prairie Fuel Cooperative', 'Heartland Fuel Service']);
  }
}

/** 47 Ill. Adm. Code 100.410. */
function priorityGroupsOf(household: Household, occupants: readonly Member[]): readonly string[] {
  return [
    ...(occupants.some((member) => member.age >= 60) ? ['ELDERLY'] : []),
    ...(occupants.some((member) => household.disabled.has(member)) ? ['DISABLED'] : []),
    ...(occupants.some((member) => member.age < 6) ? ['CHILD_UNDER_6'] : []),
    ...(household.percentOfPoverty < 60 ? ['HIGH_BURDEN'] : []),
  ];
}

function drawDwelling(random: RandomStream, inCity: boolean) {
  return {
    dwellingType: random.weighted([
      [60, 'SITE_BUILT'],
      [inCity ? 2 : 14, 'MOBILE'],
      [22, 'MULTIFAMILY_SMALL'],
      [inCity ? 16 : 4, 'MULTIFAMILY_LARGE'],
    ]),
    yearBuilt: Math.min(2015, Math.max(1880, 1955 + Math.round(28 * random.normal()))),
  };
}

type Work = Pick<
  EnergyApplicationRow,
  | 'auditDate'
  | 'savingsToInvestmentRatio'
  | 'blowerDoorPre'
  | 'blowerDoorPost'
  | 'measures'
  | 'healthSafetyFindings'
  | 'deferralReason'
  | 'completionDate'
  | 'fundingSource'
>;

/** Draws findings and work: nothing before the audit, a second measurement only after the work. */
function drawWork(random: RandomStream, status: WeatherizationStatus, programYear: number): Work {
  if (status === 'APPLIED' || status === 'WAITLIST') return noWork;
  const audit = referenceDay - (programYear === 2025 ? random.between(120, 380) : random.between(1, 60));
  const before = random.between(1800, 5600);
  const findings = ['CARBON_MONOXIDE', 'GAS_LEAK', 'MOLD', 'KNOB_AND_TUBE', 'LEAD', 'STRUCTURAL'] as const;
  if (status === 'DEFERRED') {
    const finding = random.pick(findings);
    return {
      ...noWork,
      auditDate: isoDate(audit),
      blowerDoorPre: before,
      healthSafetyFindings: [finding],
      deferralReason: `Unsafe to work until remedied: ${finding.toLowerCase().replaceAll('_', ' ')}`,
    };
  }
  const measured = status === 'FINAL_INSPECTION' || status === 'COMPLETE';
  return {
    auditDate: isoDate(audit),
    savingsToInvestmentRatio: Math.round((1 + random.next() * 2) * 10) / 10,
    blowerDoorPre: before,
    blowerDoorPost: measured ? Math.round(before * (0.55 + random.next() * 0.25)) : null,
    measures: [...new Set(['AIR_SEAL', random.pick(MEASURES), random.pick(MEASURES), random.pick(MEASURES)])],
    healthSafetyFindings: random.chance(0.2) ? [random.pick(findings)] : [],
    deferralReason: null,
    completionDate: status === 'COMPLETE' ? isoDate(audit + random.between(30, 110)) : null,
    fundingSource: random.pick(['DOE', 'HHS', 'STATE', 'UTILITY']),
  };
}

const MEASURES = [
  'ATTIC_INSULATION',
  'WALL_INSULATION',
  'FURNACE_REPAIR',
  'FURNACE_REPLACE',
  'WATER_HEATER',
  'VENTILATION',
  'CO_DETECTOR',
  'SMOKE_DETECTOR',
  'DUCT_SEAL',
] as const;

const noWork: Work = {
  auditDate: null,
  savingsToInvestmentRatio: null,
  blowerDoorPre: null,
  blowerDoorPost: null,
  measures: [],
  healthSafetyFindings: [],
  deferralReason: null,
  completionDate: null,
  fundingSource: null,
};
