import type { Member } from '../../household/member.ts';
import type { RandomStream } from '../../random/randomStream.ts';
import type { CoverageRow } from '../medicaid.ts';

type Diagnoses = Pick<CoverageRow, 'diagnoses' | 'substanceUseDiagnoses' | 'hivDiagnoses' | 'mentalHealthDiagnoses'>;

// ICD-10-CM, kept in the columns that the law keeps apart.
const OF_CHILDREN = ['J45.20', 'J45.909', 'L20.9', 'H66.90', 'E66.9', 'J30.2', 'K59.00', 'R62.50'] as const;
const OF_ADULTS = [
  'I10',
  'E11.9',
  'J45.909',
  'E78.5',
  'M54.50',
  'G43.909',
  'E66.9',
  'K21.9',
  'J44.9',
  'N18.30',
] as const;
const OF_ELDERS = ['I10', 'E11.9', 'M17.0', 'I25.10', 'N18.30', 'E78.5', 'H35.30', 'J44.9', 'I48.91', 'M81.0'] as const;
const SUBSTANCE_USE = ['F10.20', 'F10.21', 'F11.20', 'F12.10', 'F14.20', 'F17.210'] as const;
const MENTAL_HEALTH = ['F20.9', 'F31.9', 'F32.9', 'F33.1', 'F41.1', 'F43.10'] as const;
const MENTAL_HEALTH_OF_CHILDREN = ['F43.12', 'F84.0', 'F90.2', 'F91.3', 'F93.0'] as const;

export function drawDiagnoses(random: RandomStream, member: Member): Diagnoses {
  const child = member.age < 18;
  const common = child ? OF_CHILDREN : member.age >= 65 ? OF_ELDERS : OF_ADULTS;
  const diagnoses = random.chance(child ? 0.25 : 0.55) ? [random.pick(common)] : [];
  if (diagnoses.length > 0 && random.chance(0.3)) {
    const second = random.pick(common);
    if (!diagnoses.includes(second)) diagnoses.push(second);
  }
  return {
    diagnoses,
    substanceUseDiagnoses: member.age >= 15 && random.chance(0.08) ? [random.pick(SUBSTANCE_USE)] : [],
    hivDiagnoses: !child && random.chance(0.006) ? [random.pick(['B20', 'Z21'])] : [],
    mentalHealthDiagnoses:
      member.age >= 4 && random.chance(0.15) ? [random.pick(child ? MENTAL_HEALTH_OF_CHILDREN : MENTAL_HEALTH)] : [],
  };
}
