import { children } from './childwelfare/children.ts';
import { persons } from './corrections/persons.ts';
import { students } from './education/students.ts';
import { encryptedTables as identityTables } from './identity/personalData/encryptedTables.ts';
import type { EncryptedTable } from './kit/encryption/encryptedTable.ts';
import type { SealedTable } from './kit/encryption/sealedTable.ts';
import { recipients } from './medicaid/recipients.ts';
import { clients as snapClients } from './snap/clients.ts';
import { clients as tanfClients } from './tanf/clients.ts';
import { clients as energyClients } from './weatherization/clients.ts';

/** Where the systems of the programs keep the names and birth dates that they wrote down. */
export const namesOf = {
  snap: snapClients,
  tanf: tanfClients,
  medicaid: recipients,
  corrections: persons,
  education: students,
  weatherization: energyClients,
  childwelfare: children,
} satisfies Readonly<Record<string, SealedTable<NameValue> | SealedTable<NameValue | 'reporter'>>>;

type NameValue = 'givenName' | 'familyName' | 'birthDate';

/** A program's system with encrypted names. */
export type SystemWithNames = keyof typeof namesOf;
export type EncryptedSystem = 'identity' | SystemWithNames;

/** Tables with encrypted columns, by system. */
export const encryptedTables: Readonly<Record<EncryptedSystem, readonly EncryptedTable[]>> = {
  identity: identityTables,
  snap: [namesOf.snap],
  tanf: [namesOf.tanf],
  medicaid: [namesOf.medicaid],
  corrections: [namesOf.corrections],
  education: [namesOf.education],
  weatherization: [namesOf.weatherization],
  childwelfare: [namesOf.childwelfare],
};

export function isEncrypted(system: string): system is EncryptedSystem {
  return Object.hasOwn(encryptedTables, system);
}
