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
    "query MyCases {\n  myCaseload {\n    caseNumber\n    assignedOn\n    person {\n      id\n      name {\n        given\n        middle\n        family\n        suffix\n      }\n      birthDate\n    }\n    due {\n      kind\n      dueOn\n      law\n      overdue\n    }\n  }\n}": typeof types.MyCasesDocument,
};
const documents: Documents = {
    "query MyCases {\n  myCaseload {\n    caseNumber\n    assignedOn\n    person {\n      id\n      name {\n        given\n        middle\n        family\n        suffix\n      }\n      birthDate\n    }\n    due {\n      kind\n      dueOn\n      law\n      overdue\n    }\n  }\n}": types.MyCasesDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query MyCases {\n  myCaseload {\n    caseNumber\n    assignedOn\n    person {\n      id\n      name {\n        given\n        middle\n        family\n        suffix\n      }\n      birthDate\n    }\n    due {\n      kind\n      dueOn\n      law\n      overdue\n    }\n  }\n}"): typeof import('./graphql.ts').MyCasesDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
