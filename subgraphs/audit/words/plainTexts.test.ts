import { describe, expect, test } from '@jest/globals';
import { readDatasetCatalogue } from '../../../schema/catalog/datasetCatalogue.ts';
import { datasetsDirectory } from '../../../schema/files.ts';
import type { DisclosureEntry } from '../../../schema/generated/audit.ts';
import { english } from './english.ts';
import { entryFacts, factsInWords } from './entryFacts.ts';
import { spanish } from './spanish.ts';

const entry: DisclosureEntry = {
  id: '1-7',
  time: '2026-12-01T21:08:00.000Z',
  kind: 'DISCLOSURE',
  agency: 'DCFS',
  roles: ['CASEWORKER'],
  purpose: 'FOSTER_CARE_CASE',
  disclosed: [
    { datasets: [], basis: 'KEY', fields: ['Person.id'], owners: [] },
    {
      ...{
        datasets: ['snap.participation'],
        basis: 'APPROVAL',
        fields: ['SnapParticipation.status'],
        owners: ['IDHS'],
      },
      legalBasis: ['7 CFR 272.1(c)(1)'],
    },
  ],
  empty: [{ datasets: ['corrections.custody'], fields: ['Person.corrections'] }],
  refused: [
    { field: 'Person.tanf', dataset: 'tanf.participation', owner: 'IDHS', reason: 'NO_APPROVAL' },
    { field: 'Person.tanf', dataset: 'tanf.participation', owner: 'IDHS', reason: 'constructor' },
  ],
};

describe('what residents read about an entry', () => {
  test('covers every dataset of the agencies, and nothing that does not exist', () => {
    expect(Object.keys(english.datasets).sort()).toEqual(
      [...readDatasetCatalogue(datasetsDirectory).datasets.keys()].sort(),
    );
  });

  test('is in the other language as a whole, never a text of the first', () => {
    const { locale: _, ...texts } = english;
    for (const [group, inEnglish] of Object.entries(texts)) {
      const inSpanish: unknown = spanish[group as keyof typeof texts]; // a key of both
      for (const [key, text] of Object.entries(typeof inEnglish === 'string' ? { text: inEnglish } : inEnglish)) {
        const other = typeof inSpanish === 'string' ? inSpanish : (inSpanish as Record<string, string>)[key];
        if (!['Supervisor', 'Auditor'].includes(text)) expect([group, key, other]).not.toEqual([group, key, text]);
      }
    }
  });

  test('says who, when, why, which kinds of data, and by which law', () => {
    expect(factsInWords(entry, 'SPANISH').split('\n')).toEqual([
      'Se mostraron datos.',
      expect.stringMatching(/^Cuándo: 1 de diciembre de 2026,? .*3:08.* \(hora del centro\)$/),
      'Quién: Trabajador de casos, Departamento de Servicios para Niños y Familias',
      'Por qué: El caso de un niño bajo cuidado del estado',
      'Se mostró: Ayuda para comida (SNAP)',
      'Se pidió, pero no había datos: Tiempo en prisión',
      'Se negó: Ayuda en efectivo (TANF) (la agencia no tiene aprobación para verlo); Ayuda en efectivo (TANF) (no estaba permitido)',
      'Guardado por: Departamento de Servicios Humanos',
      'Por ley: 7 CFR 272.1(c)(1)',
    ]);
    expect(entryFacts(entry, 'ENGLISH')).toMatchObject({
      ...{ what: 'Data was shown.', roles: ['Caseworker'], shown: ['Food help (SNAP)'], laws: ['7 CFR 272.1(c)(1)'] },
      agency: 'Department of Children and Family Services',
    });
  });

  test('does not name a resident by an agency', () => {
    expect(entryFacts({ ...entry, agency: 'DOIT', roles: ['RESIDENT'] }, 'SPANISH').agency).toBe(spanish.resident);
  });
});
