import type { DocumentNode, FieldNode, FragmentDefinitionNode, OperationDefinitionNode, SelectionNode } from 'graphql';

/** Fragment definitions of one document, by name. */
export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** One operation of a validated document. It is read once (documents/operation.ts); each stage takes what it needs. */
export interface Operation {
  /** Never mutated: requests share it. */
  readonly document: DocumentNode;
  /** Hash of the document's text. */
  readonly documentHash: string;
  readonly definition: OperationDefinitionNode;
  readonly fragments: Fragments;
  /** Fields of the root, introspection included, in the order of the text. */
  readonly rootFields: readonly RootSelection[];
  readonly selects: 'schema' | 'data' | 'both';
  /** Variables of `@skip` and `@include` that may hold null. See documents/nullConditions.ts. */
  readonly nullableConditions: readonly string[];
  /** Values of variables that a request may leave out. */
  readonly defaults: Readonly<Record<string, unknown>>;
}

/** Selections of the root under one response key. They have the same name and arguments: GraphQL 5.3.2. */
export interface RootSelection {
  /** Response key. */
  readonly key: string;
  /** Never empty. */
  readonly nodes: readonly [FieldNode, ...FieldNode[]];
  /** The first node and the fragments around it, as far as they have directives. */
  readonly conditional: readonly SelectionNode[];
}
