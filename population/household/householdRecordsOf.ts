import { type DrawnRecords, drawHistories } from '../histories/drawHistories.ts';
import { type HouseholdRecords, noRecords } from '../householdRecords.ts';
import { drawChildWelfare } from '../systems/draw/drawChildWelfare.ts';
import { drawCorrections } from '../systems/draw/drawCorrections.ts';
import { drawEducation } from '../systems/draw/drawEducation.ts';
import { drawMedicaid } from '../systems/draw/drawMedicaid.ts';
import { drawSnap } from '../systems/draw/drawSnap.ts';
import { drawTanf } from '../systems/draw/drawTanf.ts';
import { drawWeatherization } from '../systems/draw/drawWeatherization.ts';
import type { Household } from './household.ts';
import { relationshipsOf } from './relationshipsOf.ts';

/** Draws the records of the household in the eight systems, and what led to them. */
export function householdRecordsOf(household: Household): HouseholdRecords {
  const drawn = drawSystems(household);
  return { ...recordsOf(household, drawn), ...drawHistories(household, drawn) };
}

/** The same records without their histories, which a sixth of the time goes into. */
export function householdRecordsWithoutHistories(household: Household): HouseholdRecords {
  return recordsOf(household, drawSystems(household));
}

/** Programs that depend on others come after them. */
function drawSystems(household: Household): DrawnRecords {
  const childWelfare = drawChildWelfare(household);
  const corrections = drawCorrections(household);
  const tanf = drawTanf(household);
  const tanfActive = tanf?.tanfCase.status === 'ACTIVE';
  const snap = drawSnap(household, tanfActive);
  const snapActive = snap?.snapCase.status === 'ACTIVE';
  const coverages = drawMedicaid(household, corrections?.admission ?? null);
  const students = drawEducation(household, {
    snap: (member) => snapActive && snap.clients.has(member),
    tanf: (member) => tanfActive && tanf.clients.has(member),
    medicaid: (member) => coverages.get(member)?.status === 'ACTIVE',
  });
  const energy = drawWeatherization(household, {
    tanf: tanfActive,
    aabd: household.unit.some((member) => {
      const coverage = coverages.get(member);
      return coverage?.status === 'ACTIVE' && coverage.eligibilityGroup === 'AABD';
    }),
  });
  return { snap, tanf, coverages, corrections, students, energy, childWelfare };
}

function recordsOf(household: Household, drawn: DrawnRecords): HouseholdRecords {
  const { snap, tanf, coverages, corrections, students, energy, childWelfare } = drawn;
  const { place } = household;
  return {
    ...noRecords,
    households: [
      {
        householdId: household.id,
        street: place.street,
        city: place.city,
        state: 'IL',
        zip: place.zip,
        county: place.county.name,
        countyFips: place.county.fips,
        addressProtected: household.addressProtected,
      },
    ],
    persons: household.members.map((member) => ({
      personId: member.id,
      householdId: household.id,
      givenName: member.givenName,
      middleName: member.middleName,
      familyName: member.familyName,
      suffix: member.suffix,
      birthDate: member.birthDate,
      gender: member.gender,
      primaryLanguage: member.language,
      living: member !== household.deceased,
      snapClientId: snap?.clients.get(member)?.clientId ?? null,
      tanfClientId: tanf?.clients.get(member)?.clientId ?? null,
      medicaidRin: coverages.get(member)?.rin ?? null,
      idocNumber: corrections?.member === member ? corrections.custody.idocNumber : null,
      sisId: students.get(member)?.sisId ?? null,
      energyClientId: energy?.clients.get(member)?.clientId ?? null,
      cypId: childWelfare?.children.get(member)?.cypId ?? null,
    })),
    relationships: relationshipsOf(household.members),
    snapCases: snap ? [snap.snapCase] : [],
    snapClients: snap ? [...snap.clients.values()] : [],
    tanfCases: tanf ? [tanf.tanfCase] : [],
    tanfClients: tanf ? [...tanf.clients.values()] : [],
    coverages: [...coverages.values()],
    custodyRecords: corrections ? [corrections.custody] : [],
    sentences: corrections?.sentences ?? [],
    students: [...students.values()],
    energyApplications: energy ? [energy.application] : [],
    energyClients: energy ? [...energy.clients.values()] : [],
    childWelfareCases: childWelfare ? [childWelfare.welfareCase] : [],
    children: childWelfare ? [...childWelfare.children.values()] : [],
    caseAssignments: childWelfare?.assignments ?? [],
  };
}
