import { Kind, parse } from 'graphql';

export interface TrustedDocument {
  readonly text: string;
  /** Whether it takes a step for which the user has to have signed in just now. */
  readonly needsFreshLogin: boolean;
}

export type TrustedDocuments = ReadonlyMap<string, TrustedDocument>;

/** Mutations that open or close access, or reveal whom the log is about. */
const FRESH_LOGIN: ReadonlySet<string> = new Set([
  'approveRequest',
  'denyRequest',
  'overturnDenial',
  'upholdDenial',
  'decideAppeal',
  'recordFederalApproval',
  'recordFederalRefusal',
  'renewAccess',
  'revokeApproval',
  'revokeAccess',
  'suspendAccess',
  'liftSuspension',
  'revokeConsent',
  'reviewEmergency',
  'liftEmergencyLimit',
  'suspendAccounting',
  'approveUnmasking',
]);

/** @param manifest documents by hash, as graphql-codegen's client preset writes them */
export function readTrustedDocuments(manifest: Readonly<Record<string, string>>): TrustedDocuments {
  return new Map(
    Object.entries(manifest).map(([hash, text]) => [
      hash.includes(':') ? hash : `sha256:${hash}`,
      { text, needsFreshLogin: rootFieldsOf(text).some((name) => FRESH_LOGIN.has(name)) },
    ]),
  );
}

function rootFieldsOf(text: string): readonly string[] {
  return parse(text, { noLocation: true }).definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? definition.selectionSet.selections.flatMap((one) => (one.kind === Kind.FIELD ? [one.name.value] : []))
      : [],
  );
}
