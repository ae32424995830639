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
    "query RegisterFeed {\n  publicRegister(first: 50) {\n    edges {\n      node {\n        id\n        requestingAgency\n        owner\n        purpose\n        roles\n        legalBasis\n        status\n        dataset {\n          title\n          law\n        }\n        granted {\n          field\n        }\n        refused {\n          fields\n          denials {\n            code\n            citation\n            factualBasis\n          }\n        }\n        approval {\n          validFrom\n          validUntil\n          revokedAt\n          revokedBecause\n        }\n        history {\n          at\n        }\n      }\n    }\n  }\n}": typeof types.RegisterFeedDocument,
    "query RegisterPage($requestingAgency: AgencyCode, $owner: AgencyCode, $dataset: ID, $after: String) {\n  publicRegister(\n    requestingAgency: $requestingAgency\n    owner: $owner\n    dataset: $dataset\n    first: 100\n    after: $after\n  ) {\n    edges {\n      node {\n        id\n        requestingAgency\n        owner\n        dataset {\n          id\n          law\n        }\n        purpose\n        legalBasis\n        roles\n        population\n        status\n        basis\n        granted {\n          field\n          transform\n          conditions\n        }\n        refused {\n          fields\n          denials {\n            code\n            citation\n            factualBasis\n            fields\n          }\n        }\n        approval {\n          id\n          validFrom\n          validUntil\n          reviewOn\n          inForce\n          revokedAt\n          revokedBecause\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nquery RegisterChoices {\n  agencies {\n    code\n    name\n  }\n  datasets {\n    id\n    owner\n    requestable\n  }\n}\n\nquery OwnersResponses {\n  responseStatistics {\n    owner\n    received\n    answered\n    awaited\n    medianBusinessDays\n    shareDeemed\n    shareDenied\n    shareOverturned\n  }\n}": typeof types.RegisterPageDocument,
};
const documents: Documents = {
    "query RegisterFeed {\n  publicRegister(first: 50) {\n    edges {\n      node {\n        id\n        requestingAgency\n        owner\n        purpose\n        roles\n        legalBasis\n        status\n        dataset {\n          title\n          law\n        }\n        granted {\n          field\n        }\n        refused {\n          fields\n          denials {\n            code\n            citation\n            factualBasis\n          }\n        }\n        approval {\n          validFrom\n          validUntil\n          revokedAt\n          revokedBecause\n        }\n        history {\n          at\n        }\n      }\n    }\n  }\n}": types.RegisterFeedDocument,
    "query RegisterPage($requestingAgency: AgencyCode, $owner: AgencyCode, $dataset: ID, $after: String) {\n  publicRegister(\n    requestingAgency: $requestingAgency\n    owner: $owner\n    dataset: $dataset\n    first: 100\n    after: $after\n  ) {\n    edges {\n      node {\n        id\n        requestingAgency\n        owner\n        dataset {\n          id\n          law\n        }\n        purpose\n        legalBasis\n        roles\n        population\n        status\n        basis\n        granted {\n          field\n          transform\n          conditions\n        }\n        refused {\n          fields\n          denials {\n            code\n            citation\n            factualBasis\n            fields\n          }\n        }\n        approval {\n          id\n          validFrom\n          validUntil\n          reviewOn\n          inForce\n          revokedAt\n          revokedBecause\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nquery RegisterChoices {\n  agencies {\n    code\n    name\n  }\n  datasets {\n    id\n    owner\n    requestable\n  }\n}\n\nquery OwnersResponses {\n  responseStatistics {\n    owner\n    received\n    answered\n    awaited\n    medianBusinessDays\n    shareDeemed\n    shareDenied\n    shareOverturned\n  }\n}": types.RegisterPageDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query RegisterFeed {\n  publicRegister(first: 50) {\n    edges {\n      node {\n        id\n        requestingAgency\n        owner\n        purpose\n        roles\n        legalBasis\n        status\n        dataset {\n          title\n          law\n        }\n        granted {\n          field\n        }\n        refused {\n          fields\n          denials {\n            code\n            citation\n            factualBasis\n          }\n        }\n        approval {\n          validFrom\n          validUntil\n          revokedAt\n          revokedBecause\n        }\n        history {\n          at\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql.ts').RegisterFeedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query RegisterPage($requestingAgency: AgencyCode, $owner: AgencyCode, $dataset: ID, $after: String) {\n  publicRegister(\n    requestingAgency: $requestingAgency\n    owner: $owner\n    dataset: $dataset\n    first: 100\n    after: $after\n  ) {\n    edges {\n      node {\n        id\n        requestingAgency\n        owner\n        dataset {\n          id\n          law\n        }\n        purpose\n        legalBasis\n        roles\n        population\n        status\n        basis\n        granted {\n          field\n          transform\n          conditions\n        }\n        refused {\n          fields\n          denials {\n            code\n            citation\n            factualBasis\n            fields\n          }\n        }\n        approval {\n          id\n          validFrom\n          validUntil\n          reviewOn\n          inForce\n          revokedAt\n          revokedBecause\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nquery RegisterChoices {\n  agencies {\n    code\n    name\n  }\n  datasets {\n    id\n    owner\n    requestable\n  }\n}\n\nquery OwnersResponses {\n  responseStatistics {\n    owner\n    received\n    answered\n    awaited\n    medianBusinessDays\n    shareDeemed\n    shareDenied\n    shareOverturned\n  }\n}"): typeof import('./graphql.ts').RegisterPageDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
