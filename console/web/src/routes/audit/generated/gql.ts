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
    "fragment Completeness on LogCompleteness {\n  complete\n  comparedSince\n  mismatchSince\n  mismatches\n  problems {\n    entries\n    what\n  }\n  explanation\n  checkedThrough {\n    treeId\n    origin\n    entries\n    checked\n  }\n}\n\nfragment ListedEntry on DisclosureEntry {\n  id\n  time\n  kind\n  requester\n  agency\n  roles\n  purpose\n  caseId\n  person\n  disclosed {\n    datasets\n    basis\n    approvals\n    legalBasis\n  }\n  empty {\n    datasets\n  }\n  refused {\n    dataset\n    field\n    reason\n  }\n  search {\n    field\n    datasets\n    found\n  }\n  effects {\n    field\n  }\n  emergency {\n    reason\n  }\n  ticket\n}\n\nquery Entries($filter: DisclosureFilter, $first: Int!, $after: String) {\n  disclosures(filter: $filter, first: $first, after: $after) {\n    edges {\n      cursor\n      node {\n        ...ListedEntry\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    completeness {\n      ...Completeness\n    }\n  }\n}": typeof types.CompletenessFragmentDoc,
};
const documents: Documents = {
    "fragment Completeness on LogCompleteness {\n  complete\n  comparedSince\n  mismatchSince\n  mismatches\n  problems {\n    entries\n    what\n  }\n  explanation\n  checkedThrough {\n    treeId\n    origin\n    entries\n    checked\n  }\n}\n\nfragment ListedEntry on DisclosureEntry {\n  id\n  time\n  kind\n  requester\n  agency\n  roles\n  purpose\n  caseId\n  person\n  disclosed {\n    datasets\n    basis\n    approvals\n    legalBasis\n  }\n  empty {\n    datasets\n  }\n  refused {\n    dataset\n    field\n    reason\n  }\n  search {\n    field\n    datasets\n    found\n  }\n  effects {\n    field\n  }\n  emergency {\n    reason\n  }\n  ticket\n}\n\nquery Entries($filter: DisclosureFilter, $first: Int!, $after: String) {\n  disclosures(filter: $filter, first: $first, after: $after) {\n    edges {\n      cursor\n      node {\n        ...ListedEntry\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    completeness {\n      ...Completeness\n    }\n  }\n}": types.CompletenessFragmentDoc,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment Completeness on LogCompleteness {\n  complete\n  comparedSince\n  mismatchSince\n  mismatches\n  problems {\n    entries\n    what\n  }\n  explanation\n  checkedThrough {\n    treeId\n    origin\n    entries\n    checked\n  }\n}\n\nfragment ListedEntry on DisclosureEntry {\n  id\n  time\n  kind\n  requester\n  agency\n  roles\n  purpose\n  caseId\n  person\n  disclosed {\n    datasets\n    basis\n    approvals\n    legalBasis\n  }\n  empty {\n    datasets\n  }\n  refused {\n    dataset\n    field\n    reason\n  }\n  search {\n    field\n    datasets\n    found\n  }\n  effects {\n    field\n  }\n  emergency {\n    reason\n  }\n  ticket\n}\n\nquery Entries($filter: DisclosureFilter, $first: Int!, $after: String) {\n  disclosures(filter: $filter, first: $first, after: $after) {\n    edges {\n      cursor\n      node {\n        ...ListedEntry\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    completeness {\n      ...Completeness\n    }\n  }\n}"): typeof import('./graphql.ts').CompletenessFragmentDoc;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
