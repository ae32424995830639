/** Names and birth dates of the demonstration household, as the person index has them. */
export const grandmother = { givenName: 'Loretta', familyName: 'Coleman', birthDate: '1959-03-14' } as const;
export const daughter = { givenName: 'Denise', familyName: 'Coleman', birthDate: '1990-08-22' } as const;
export const partner = { givenName: 'Marcus', familyName: 'Hayes', birthDate: '1988-11-05' } as const;
export const ward = { givenName: 'Jada', familyName: 'Coleman', birthDate: '2014-05-30' } as const;
export const child = { givenName: 'Elijah', familyName: 'Hayes', birthDate: '2017-01-17' } as const;
