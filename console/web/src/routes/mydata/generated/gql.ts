/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "fragment MyEntry on DisclosureEntry {\n  id\n  time\n  kind\n  agency\n  purpose\n  ticket\n  emergency {\n    reason\n  }\n  facts(language: $language) {\n    what\n    when\n    roles\n    agency\n    purpose\n    shown\n    empty\n    refused\n    heldBy\n    laws\n  }\n}\n\nquery WhoLooked($personId: ID!, $from: DateTime, $to: DateTime, $first: Int!, $after: String, $language: Language!) {\n  accountingOfDisclosures(\n    personId: $personId\n    from: $from\n    to: $to\n    first: $first\n    after: $after\n  ) {\n    edges {\n      node {\n        ...MyEntry\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    completeness {\n      complete\n    }\n  }\n  entryQuestions(first: 200) {\n    id\n    entryId\n    state\n    askedAt\n    question\n    answer\n    answeredAt\n    answeredBy\n  }\n}\n\nmutation AskAboutEntry($input: AskAboutEntryInput!) {\n  askAboutEntry(input: $input) {\n    question {\n      id\n    }\n  }\n}\n\nquery MyReceipts($id: ID!) {\n  inclusionProof(id: $id) {\n    receipt\n    groundsReceipt\n  }\n}\n\nquery MyConsistency($origin: String!, $from: Int!, $to: Int!) {\n  consistencyProof(origin: $origin, from: $from, to: $to)\n}\n\nquery MyConsents {\n  consents {\n    id\n    discloser\n    recipient\n    datasets\n    purpose\n    givenOn\n    expiresOn\n    state\n    revokedAt\n  }\n}\n\nmutation ConfirmMyConsent($input: ConfirmConsentInput!) {\n  confirmConsent(input: $input) {\n    consent {\n      id\n      state\n    }\n  }\n}\n\nmutation RevokeMyConsent($input: RevokeConsentInput!) {\n  revokeConsent(input: $input) {\n    consent {\n      id\n      state\n    }\n  }\n}\n\nquery Me {\n  me {\n    personId\n    dependents {\n      personId\n      givenName\n    }\n  }\n}": typeof types.MyEntryFragmentDoc,
};
const documents: Documents = {
    "fragment MyEntry on DisclosureEntry {\n  id\n  time\n  kind\n  agency\n  purpose\n  ticket\n  emergency {\n    reason\n  }\n  facts(language: $language) {\n    what\n    when\n    roles\n    agency\n    purpose\n    shown\n    empty\n    refused\n    heldBy\n    laws\n  }\n}\n\nquery WhoLooked($personId: ID!, $from: DateTime, $to: DateTime, $first: Int!, $after: String, $language: Language!) {\n  accountingOfDisclosures(\n    personId: $personId\n    from: $from\n    to: $to\n    first: $first\n    after: $after\n  ) {\n    edges {\n      node {\n        ...MyEntry\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    completeness {\n      complete\n    }\n  }\n  entryQuestions(first: 200) {\n    id\n    entryId\n    state\n    askedAt\n    question\n    answer\n    answeredAt\n    answeredBy\n  }\n}\n\nmutation AskAboutEntry($input: AskAboutEntryInput!) {\n  askAboutEntry(input: $input) {\n    question {\n      id\n    }\n  }\n}\n\nquery MyReceipts($id: ID!) {\n  inclusionProof(id: $id) {\n    receipt\n    groundsReceipt\n  }\n}\n\nquery MyConsistency($origin: String!, $from: Int!, $to: Int!) {\n  consistencyProof(origin: $origin, from: $from, to: $to)\n}\n\nquery MyConsents {\n  consents {\n    id\n    discloser\n    recipient\n    datasets\n    purpose\n    givenOn\n    expiresOn\n    state\n    revokedAt\n  }\n}\n\nmutation ConfirmMyConsent($input: ConfirmConsentInput!) {\n  confirmConsent(input: $input) {\n    consent {\n      id\n      state\n    }\n  }\n}\n\nmutation RevokeMyConsent($input: RevokeConsentInput!) {\n  revokeConsent(input: $input) {\n    consent {\n      id\n      state\n    }\n  }\n}\n\nquery Me {\n  me {\n    personId\n    dependents {\n      personId\n      givenName\n    }\n  }\n}": types.MyEntryFragmentDoc,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment MyEntry on DisclosureEntry {\n  id\n  time\n  kind\n  agency\n  purpose\n  ticket\n  emergency {\n    reason\n  }\n  facts(language: $language) {\n    what\n    when\n    roles\n    agency\n    purpose\n    shown\n    empty\n    refused\n    heldBy\n    laws\n  }\n}\n\nquery WhoLooked($personId: ID!, $from: DateTime, $to: DateTime, $first: Int!, $after: String, $language: Language!) {\n  accountingOfDisclosures(\n    personId: $personId\n    from: $from\n    to: $to\n    first: $first\n    after: $after\n  ) {\n    edges {\n      node {\n        ...MyEntry\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    completeness {\n      complete\n    }\n  }\n  entryQuestions(first: 200) {\n    id\n    entryId\n    state\n    askedAt\n    question\n    answer\n    answeredAt\n    answeredBy\n  }\n}\n\nmutation AskAboutEntry($input: AskAboutEntryInput!) {\n  askAboutEntry(input: $input) {\n    question {\n      id\n    }\n  }\n}\n\nquery MyReceipts($id: ID!) {\n  inclusionProof(id: $id) {\n    receipt\n    groundsReceipt\n  }\n}\n\nquery MyConsistency($origin: String!, $from: Int!, $to: Int!) {\n  consistencyProof(origin: $origin, from: $from, to: $to)\n}\n\nquery MyConsents {\n  consents {\n    id\n    discloser\n    recipient\n    datasets\n    purpose\n    givenOn\n    expiresOn\n    state\n    revokedAt\n  }\n}\n\nmutation ConfirmMyConsent($input: ConfirmConsentInput!) {\n  confirmConsent(input: $input) {\n    consent {\n      id\n      state\n    }\n  }\n}\n\nmutation RevokeMyConsent($input: RevokeConsentInput!) {\n  revokeConsent(input: $input) {\n    consent {\n      id\n      state\n    }\n  }\n}\n\nquery Me {\n  me {\n    personId\n    dependents {\n      personId\n      givenName\n    }\n  }\n}"): typeof import('./graphql.ts').MyEntryFragmentDoc;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
