import {
  cityComparison,
  houseNumberComparison,
  secondaryComparison,
  stateComparison,
  streetNameComparison,
  zipComparison,
} from './addressComparisons.ts';
import type { Comparison } from './comparison.ts';
import { familyComparison, givenComparison, middleComparison, suffixComparison } from './nameComparisons.ts';
import { birthDateComparison, genderComparison, phoneComparison, ssnComparison } from './numberComparisons.ts';

/** All comparisons, in the order of explanations. A model has m and u probabilities for each of their levels. */
export const COMPARISONS: readonly Comparison[] = [
  givenComparison,
  familyComparison,
  middleComparison,
  suffixComparison,
  birthDateComparison,
  genderComparison,
  ssnComparison,
  houseNumberComparison,
  streetNameComparison,
  secondaryComparison,
  cityComparison,
  stateComparison,
  zipComparison,
  phoneComparison,
];
