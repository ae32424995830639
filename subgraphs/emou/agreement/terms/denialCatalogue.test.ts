import { describe, expect, test } from '@jest/globals';
import { readDatasetCatalogue } from '../../../../schema/catalog/datasetCatalogue.ts';
import { datasetsDirectory } from '../../../../schema/files.ts';
import { checkDenial, checkDenials, checkOfferMade } from '../checks/checkDenials.ts';
import type { Catalogues, DatasetEntry } from './catalogues.ts';
import { DENIAL_CATALOGUE, DENIAL_REASONS, NOT_LEGAL_REASONS } from './denialCatalogue.ts';
import type { Denial } from './terms.ts';

function dataset(
  regimes: readonly string[],
  transforms: DatasetEntry['fields'] extends ReadonlyMap<string, infer F> ? F : never,
  federalApprovalBy: string | null = null,
): DatasetEntry {
  return {
    id: 'system.dataset',
    owner: 'HFS',
    regimes,
    federalApprovalBy,
    emergency: false,
    requestable: true,
    fields: new Map([
      ['T.a', transforms],
      ['T.b', transforms],
    ]),
  };
}
const bare = { hardBar: null, transforms: [] };
const catalogues: Catalogues = { signatories: new Set(), datasets: new Map(), denialReasons: DENIAL_CATALOGUE };

function denial(code: string, citation: string): Denial {
  return { code, citation, factualBasis: 'Facts.', officerTitle: 'Director', fields: null };
}

describe('reasons to deny', () => {
  test.each(DENIAL_REASONS.map((reason) => [reason.code, reason] as const))(
    '%s fits each kind of data it is about, with each of its citations, and no other data',
    (code, reason) => {
      const federal = reason.needsFederalApproval === true ? 'Centers for Medicare & Medicaid Services' : null;
      for (const regime of reason.regimes) {
        for (const citation of reason.citations) {
          expect(checkDenial(denial(code, citation), dataset([regime], bare, federal), catalogues)).toBeUndefined();
        }
      }
      const other = checkDenial(denial(code, reason.citations[0] ?? ''), dataset(['NONE'], bare), catalogues);
      expect(other?.code).toBe('DENIAL_DOES_NOT_FIT');
    },
  );

  test('an outstanding federal approval is no reason where no federal approval is needed', () => {
    const refusal = checkDenial(denial('FED-MED-4', '42 CFR 431.300'), dataset(['MEDICAID'], bare), catalogues);
    expect(refusal).toMatchObject({
      code: 'DENIAL_DOES_NOT_FIT',
      because: expect.stringContaining('no federal approval'),
    });
  });

  test('every owner can refuse each of its datasets that may be requested, for some reason in law', () => {
    const { datasets } = readDatasetCatalogue(datasetsDirectory);
    const known = new Set(DENIAL_REASONS.flatMap(({ regimes }) => regimes));
    const without = [...datasets.values()].filter(
      ({ requestable, regimes }) => requestable && !regimes.some((regime) => known.has(regime)),
    );
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  test('codes are unique, and every reason has a citation and a kind of data', () => {
    expect(DENIAL_CATALOGUE.size).toBe(DENIAL_REASONS.length);
    for (const reason of DENIAL_REASONS) {
      expect(reason.citations.length).toBeGreaterThan(0);
      expect(reason.regimes.length).toBeGreaterThan(0);
    }
  });

  test.each([...NOT_LEGAL_REASONS.keys()])('%s is no reason in law, whatever is cited', (code) => {
    const refusal = checkDenial(denial(code, '7 CFR 272.1(c)(1)'), dataset(['SNAP'], bare), catalogues);
    expect(refusal?.code).toBe('NOT_A_LEGAL_REASON');
    expect(refusal?.remedy).toContain('FED-SNAP-1');
    expect(DENIAL_CATALOGUE.has(code)).toBe(false);
  });

  test('a denial names only fields that are refused', () => {
    const about = { ...denial('HIPAA-1', '45 CFR 164.502(a)'), fields: ['T.a', 'T.b'] };
    expect(checkDenials([about], ['T.a'], dataset(['HIPAA'], bare), catalogues)?.code).toBe('WIDER_THAN_ASKED');
    expect(checkDenials([about], ['T.a', 'T.b'], dataset(['HIPAA'], bare), catalogues)).toBeUndefined();
  });
});

describe('a partial release must be offered', () => {
  const coarse = { hardBar: null, transforms: ['MONTH'] as const };
  const minimum = [denial('HIPAA-2', '45 CFR 164.502(b)')];
  const token = [denial('SSN-1', '5 ILCS 179/10')];

  test.each([
    ['fewer of two fields would cure it', minimum, ['T.a', 'T.b'], bare, 'PARTIAL_OFFER_MISSING'],
    ['a coarser form of the one field would cure it', minimum, ['T.a'], coarse, 'PARTIAL_OFFER_MISSING'],
    ['a single field without a coarser form leaves nothing to offer', minimum, ['T.a'], bare, undefined],
    ['a token would cure it', token, ['T.a', 'T.b'], coarse, 'PARTIAL_OFFER_MISSING'],
    ['fewer fields are no cure for it', token, ['T.a', 'T.b'], bare, undefined],
    ['only consent would cure it', [denial('HIPAA-1', '45 CFR 164.502(a)')], ['T.a', 'T.b'], coarse, undefined],
  ])('%s', (_why, denials, asked, field, code) => {
    const kind = dataset(['HIPAA', 'SSN'], field);
    expect(checkOfferMade(denials, null, asked, kind, catalogues)?.code).toBe(code);
  });
});
