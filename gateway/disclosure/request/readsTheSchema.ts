import { type DocumentNode, visit } from 'graphql';

/** Whether any operation of the document asks for introspection. */
export function readsTheSchema(document: DocumentNode): boolean {
  let reads = false;
  visit(document, {
    Field({ name }) {
      reads ||= name.value === '__schema' || name.value === '__type';
    },
  });
  return reads;
}
