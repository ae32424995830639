import { describe, expect, test } from '@jest/globals';
import { citationFits } from './citationFits.ts';

describe('a citation fits what the catalogue lists', () => {
  test.each([
    ['45 CFR 164.502(b)', '45 CFR 164.502(b)'],
    ['45 C.F.R. § 164.502 (b)', '45 CFR 164.502(b)'],
    ['45 cfr 164.514(d)(3)(iii)(A)', '45 CFR 164.514(d)'],
    ['See 305 ILCS 5/11-9; 45 CFR 205.50(a)(1)(i)', '305 ILCS 5/11-9'],
    ['7 CFR 272.1(c)(1)(i).', '7 CFR 272.1(c)(1)'],
    ['42 U.S.C. 290dd-2', '42 USC 290dd-2'],
    ['34 CFR 99.30-99.33', '34 CFR 99.30'],
    ['10 CFR 440.2', '10 CFR 440'],
    ['305 ILCS 20/4', '305 ILCS 20'],
    ['45 CFR 164.502(a), 164.514(d)', '45 CFR 164.502(a)'],
    ['42 CFR Part 2, subpart E', '42 CFR Part 2, subpart E'],
    ['89 Ill. Adm. Code 431.80', '89 Ill. Adm. Code 431.80'],
    ['305 ILCS 5/11-9 and 45 CFR 205.50(a)(1)(i)', '45 CFR 205.50(a)(1)(i)'],
  ])('%s cites %s', (text, listed) => expect(citationFits(text, listed)).toBe(true));

  test.each([
    ['45 CFR 164.5021', '45 CFR 164.502'],
    ['45 CFR 164.502', '45 CFR 164.502(b)'],
    ['142 CFR 2.13', '42 CFR 2.13'],
    ['325 ILCS 5/11.1a', '325 ILCS 5/11.1'],
    ['34 CFR 99.3', '34 CFR 99.30'],
    ['26 USC 6103.5', '26 USC 6103'],
    ['our policy', '7 CFR 272.1(c)(1)'],
    ['this is our policy and not 7 CFR 272.1(c)(1) at all', '7 CFR 272.1(c)(1)'],
    ['7 CFR 272.1(c)(1) does not say so; our policy', '7 CFR 272.1(c)(1)'],
    ['7 CFR 272.1(c)(1), as we read it', '7 CFR 272.1(c)(1)'],
    ['not 7 CFR 272.1(c)(1)', '7 CFR 272.1(c)(1)'],
    ['10 CFR 4401', '10 CFR 440'],
    ['', '7 CFR 272.1(c)(1)'],
  ])('%s does not cite %s', (text, listed) => expect(citationFits(text, listed)).toBe(false));
});
