export interface DemonstrationPerson {
  readonly id: string;
  readonly label: 'grandmother' | 'daughter' | 'partner' | 'ward' | 'child';
  readonly role: string;
}

export interface DemonstrationHousehold {
  readonly householdId: string;
  readonly persons: readonly DemonstrationPerson[];
  /** Subject of the worker who carries the ward's case, in the tokens of the local development issuer. */
  readonly caseworker: string;
  /** The investigator and the supervisor to whom the case is assigned as well. */
  readonly otherWorkers: readonly string[];
}

/** The household that is in every population, with the same ids whatever the seed; together it is known everywhere. */
export const demonstrationHousehold = {
  householdId: '5b0d7c1e-93f4-4c2a-8e61-7a4f0d2b9c35',
  persons: [
    {
      id: 'c7a1e5d2-4b38-4f96-a0d3-61e8f27b4a19',
      label: 'grandmother',
      role: 'Head of the household; foster parent of the ward, Medicaid for the aged, applicant for energy assistance',
    },
    {
      id: '2e94f0b7-6d1c-4a53-9b78-d05c3e81f642',
      label: 'daughter',
      role: 'Mother of both children; SNAP, TANF and Medicaid',
    },
    {
      id: '91d36c48-0e7f-4b25-8c9a-f4b1705e2d83',
      label: 'partner',
      role: 'Partner of the daughter and father of the younger child; in custody of the Department of Corrections',
    },
    {
      id: '6f28b9a0-d157-4e3c-b482-3c97e01fa5d4',
      label: 'ward',
      role: 'Elder child; ward of the state, placed with the grandmother',
    },
    {
      id: 'e03c57f1-82a9-4d64-97be-1b5d8c40f7a6',
      label: 'child',
      role: 'Younger child; in the care of the mother',
    },
  ],
  caseworker: 'dcfs.caseworker',
  otherWorkers: ['dcfs.investigator', 'dcfs.supervisor'],
} as const satisfies DemonstrationHousehold;
