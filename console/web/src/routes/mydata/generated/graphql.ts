/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/**
 * Signatories of the enterprise Memorandum of Understanding. CMS and DHS alone are never used: both are also federal
 * agencies.
 */
export type AgencyCode =
  /** Department of Central Management Services */
  | 'CMS_IL'
  /** Department of Commerce and Economic Opportunity */
  | 'DCEO'
  /** Department of Children and Family Services */
  | 'DCFS'
  /** Department of Innovation and Technology */
  | 'DOIT'
  /** Department of Healthcare and Family Services */
  | 'HFS'
  /** Department of Employment Security */
  | 'IDES'
  /** Department of Human Services */
  | 'IDHS'
  /** Department of Juvenile Justice */
  | 'IDJJ'
  /** Department on Aging */
  | 'IDOA'
  /** Department of Corrections */
  | 'IDOC'
  /** Department of Public Health */
  | 'IDPH'
  /** Department of Veterans' Affairs */
  | 'IDVA'
  /** State Board of Education */
  | 'ISBE';

export type AskAboutEntryInput = {
  /** Entry of the accounting, as `<tree>-<index>`. */
  readonly entryId: string;
  /** Person.id of the person whom the entry is about: the resident, or the child. */
  readonly personId: string;
  /** What the resident wants to know, at most 2,000 characters; may be omitted. */
  readonly question?: string | null | undefined;
};

export type ConfirmConsentInput = {
  readonly consentId: string;
  /** SHA-256 of the signed document that the confirming officer has seen. Optional for the person. */
  readonly documentSha256?: string | null | undefined;
};

export type ConsentState =
  | 'EXPIRED'
  | 'IN_FORCE'
  /** Waiting for confirmation. Opens nothing. */
  | 'RECORDED'
  | 'REVOKED';

export type DisclosureKind =
  /** Shown for the purpose EMERGENCY, or only because an emergency was declared */
  | 'BREAK_GLASS'
  /** A mutation that showed nothing */
  | 'CHANGE'
  | 'DISCLOSURE'
  /** Data that had been shown was exported as a file */
  | 'EXPORT'
  | 'INTROSPECTION'
  | 'LOG_READING'
  /** Data that had been shown was printed */
  | 'PRINT'
  | 'REFUSAL'
  | 'SEARCH';

export type EntryQuestionState =
  | 'ANSWERED'
  /** Waiting for an answer */
  | 'OPEN';

export type Language =
  | 'ENGLISH'
  | 'SPANISH';

/** Why data is requested, with the HL7 v3 PurposeOfUse code where there is one. */
export type Purpose =
  /** Audit (no HL7 code) */
  | 'AUDIT'
  /** Determining eligibility for a benefit (HL7 ELIGDTRM) */
  | 'BENEFIT_ELIGIBILITY'
  /** Verifying eligibility for a benefit (HL7 ELIGVER) */
  | 'BENEFIT_VERIFICATION'
  /** Coordinating care and services (HL7 CAREMGT) */
  | 'CARE_COORDINATION'
  /** Protection of a child (no HL7 code) */
  | 'CHILD_PROTECTION'
  /** Administration of the agreement (HL7 GOV) */
  | 'DATA_GOVERNANCE'
  /** Supporting a student (no HL7 code) */
  | 'EDUCATION_SUPPORT'
  /** An emergency (HL7 ETREAT, BTG) */
  | 'EMERGENCY'
  /** Energy assistance and weatherization (no HL7 code) */
  | 'ENERGY_ASSISTANCE'
  /** Case of a child in the state's care (no HL7 code) */
  | 'FOSTER_CARE_CASE'
  /** Finding fraud and errors in a program (HL7 FRAUD) */
  | 'PROGRAM_INTEGRITY'
  /** Planning a return from custody (no HL7 code) */
  | 'REENTRY_PLANNING'
  /** Research without names (HL7 HRESCH) */
  | 'RESEARCH_DEIDENTIFIED'
  /** Request by the person (HL7 PATRQT) */
  | 'SUBJECT_REQUEST';

export type RevokeConsentInput = {
  readonly consentId: string;
  readonly reason: string;
};

export type MyEntryFragment = { readonly id: string, readonly time: string | null, readonly kind: DisclosureKind | null, readonly agency: string | null, readonly purpose: string | null, readonly ticket: string | null, readonly emergency: { readonly reason: string | null } | null, readonly facts: { readonly what: string | null, readonly when: string | null, readonly roles: ReadonlyArray<string> | null, readonly agency: string | null, readonly purpose: string | null, readonly shown: ReadonlyArray<string> | null, readonly empty: ReadonlyArray<string> | null, readonly refused: ReadonlyArray<string> | null, readonly heldBy: ReadonlyArray<string> | null, readonly laws: ReadonlyArray<string> | null } | null };

export type WhoLookedQueryVariables = Exact<{
  personId: string;
  from?: string | null | undefined;
  to?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
  language: Language;
}>;


export type WhoLookedQuery = { readonly accountingOfDisclosures: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly time: string | null, readonly kind: DisclosureKind | null, readonly agency: string | null, readonly purpose: string | null, readonly ticket: string | null, readonly emergency: { readonly reason: string | null } | null, readonly facts: { readonly what: string | null, readonly when: string | null, readonly roles: ReadonlyArray<string> | null, readonly agency: string | null, readonly purpose: string | null, readonly shown: ReadonlyArray<string> | null, readonly empty: ReadonlyArray<string> | null, readonly refused: ReadonlyArray<string> | null, readonly heldBy: ReadonlyArray<string> | null, readonly laws: ReadonlyArray<string> | null } | null } | null }> | null, readonly pageInfo: { readonly hasNextPage: boolean | null, readonly endCursor: string | null } | null, readonly completeness: { readonly complete: boolean } | null } | null, readonly entryQuestions: ReadonlyArray<{ readonly id: string, readonly entryId: string | null, readonly state: EntryQuestionState | null, readonly askedAt: string | null, readonly question: string | null, readonly answer: string | null, readonly answeredAt: string | null, readonly answeredBy: string | null }> | null };

export type AskAboutEntryMutationVariables = Exact<{
  input: AskAboutEntryInput;
}>;


export type AskAboutEntryMutation = { readonly askAboutEntry: { readonly question: { readonly id: string } | null } | null };

export type MyReceiptsQueryVariables = Exact<{
  id: string;
}>;


export type MyReceiptsQuery = { readonly inclusionProof: { readonly receipt: string | null, readonly groundsReceipt: string | null } | null };

export type MyConsistencyQueryVariables = Exact<{
  origin: string;
  from: number;
  to: number;
}>;


export type MyConsistencyQuery = { readonly consistencyProof: ReadonlyArray<string> | null };

export type MyConsentsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyConsentsQuery = { readonly consents: ReadonlyArray<{ readonly id: string, readonly discloser: AgencyCode | null, readonly recipient: AgencyCode | null, readonly datasets: ReadonlyArray<string> | null, readonly purpose: Purpose | null, readonly givenOn: string | null, readonly expiresOn: string | null, readonly state: ConsentState | null, readonly revokedAt: string | null }> | null };

export type ConfirmMyConsentMutationVariables = Exact<{
  input: ConfirmConsentInput;
}>;


export type ConfirmMyConsentMutation = { readonly confirmConsent: { readonly consent: { readonly id: string, readonly state: ConsentState | null } | null } | null };

export type RevokeMyConsentMutationVariables = Exact<{
  input: RevokeConsentInput;
}>;


export type RevokeMyConsentMutation = { readonly revokeConsent: { readonly consent: { readonly id: string, readonly state: ConsentState | null } | null } | null };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { readonly me: { readonly personId: string, readonly dependents: ReadonlyArray<{ readonly personId: string, readonly givenName: string | null }> | null } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const MyEntryFragmentDoc = new TypedDocumentString(`
    fragment MyEntry on DisclosureEntry {
  id
  time
  kind
  agency
  purpose
  ticket
  emergency {
    reason
  }
  facts(language: $language) {
    what
    when
    roles
    agency
    purpose
    shown
    empty
    refused
    heldBy
    laws
  }
}
    `, {"fragmentName":"MyEntry"}) as unknown as TypedDocumentString<MyEntryFragment, unknown>;
export const WhoLookedDocument = new TypedDocumentString(`
    query WhoLooked($personId: ID!, $from: DateTime, $to: DateTime, $first: Int!, $after: String, $language: Language!) {
  accountingOfDisclosures(
    personId: $personId
    from: $from
    to: $to
    first: $first
    after: $after
  ) {
    edges {
      node {
        ...MyEntry
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    completeness {
      complete
    }
  }
  entryQuestions(first: 200) {
    id
    entryId
    state
    askedAt
    question
    answer
    answeredAt
    answeredBy
  }
}
    fragment MyEntry on DisclosureEntry {
  id
  time
  kind
  agency
  purpose
  ticket
  emergency {
    reason
  }
  facts(language: $language) {
    what
    when
    roles
    agency
    purpose
    shown
    empty
    refused
    heldBy
    laws
  }
}`, {"hash":"sha256:5c2e1d6f68ececf0ff498b864ff90ec2971b0204aeea3983488e650f55601ddd"}) as unknown as TypedDocumentString<WhoLookedQuery, WhoLookedQueryVariables>;
export const AskAboutEntryDocument = new TypedDocumentString(`
    mutation AskAboutEntry($input: AskAboutEntryInput!) {
  askAboutEntry(input: $input) {
    question {
      id
    }
  }
}
    `, {"hash":"sha256:fda7d36ede4cf4a72594cb83c5cebf5a7b5e60b6797b66e48271a4afd9f55712"}) as unknown as TypedDocumentString<AskAboutEntryMutation, AskAboutEntryMutationVariables>;
export const MyReceiptsDocument = new TypedDocumentString(`
    query MyReceipts($id: ID!) {
  inclusionProof(id: $id) {
    receipt
    groundsReceipt
  }
}
    `, {"hash":"sha256:134c73445507d10d1b3b9db570c76f795515b5e09a461f6636d3a587a273ed8d"}) as unknown as TypedDocumentString<MyReceiptsQuery, MyReceiptsQueryVariables>;
export const MyConsistencyDocument = new TypedDocumentString(`
    query MyConsistency($origin: String!, $from: Int!, $to: Int!) {
  consistencyProof(origin: $origin, from: $from, to: $to)
}
    `, {"hash":"sha256:242e9b2de03412b76aa29e805db06a9eba8a3d760d14809bddb736a7e6b3f81b"}) as unknown as TypedDocumentString<MyConsistencyQuery, MyConsistencyQueryVariables>;
export const MyConsentsDocument = new TypedDocumentString(`
    query MyConsents {
  consents {
    id
    discloser
    recipient
    datasets
    purpose
    givenOn
    expiresOn
    state
    revokedAt
  }
}
    `, {"hash":"sha256:12188b55168fa093886d9d6967c15417d6a48cd669b407fe80ae906d2e7312f1"}) as unknown as TypedDocumentString<MyConsentsQuery, MyConsentsQueryVariables>;
export const ConfirmMyConsentDocument = new TypedDocumentString(`
    mutation ConfirmMyConsent($input: ConfirmConsentInput!) {
  confirmConsent(input: $input) {
    consent {
      id
      state
    }
  }
}
    `, {"hash":"sha256:628e0010d4af809175d6908a2117a7b00999a99ab54794ee0d5a64a4b5ef02d0"}) as unknown as TypedDocumentString<ConfirmMyConsentMutation, ConfirmMyConsentMutationVariables>;
export const RevokeMyConsentDocument = new TypedDocumentString(`
    mutation RevokeMyConsent($input: RevokeConsentInput!) {
  revokeConsent(input: $input) {
    consent {
      id
      state
    }
  }
}
    `, {"hash":"sha256:72998ca4d16baa51da4d1717daa27779369720dad1de9afd4826df3c0b9b1fb8"}) as unknown as TypedDocumentString<RevokeMyConsentMutation, RevokeMyConsentMutationVariables>;
export const MeDocument = new TypedDocumentString(`
    query Me {
  me {
    personId
    dependents {
      personId
      givenName
    }
  }
}
    `, {"hash":"sha256:6ec1708989dff00d6bc4af62be90f91915ba82d6c0a167195ec70c6817fd266e"}) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;