import { parse, validate } from 'graphql';
import type { TrustedDocument } from '../../../schema/publishing/trustedDocuments.ts';
import { clientSchema } from './compareSupergraphs.ts';

/** What does not fit the schema that clients see, one line each: the name of the operation, and why. */
export function validateDocuments(supergraph: string, documents: readonly TrustedDocument[]): readonly string[] {
  const schema = clientSchema(supergraph);
  return documents.flatMap(({ name, text }) =>
    validate(schema, parse(text)).map(({ message, locations }) => {
      const [at] = locations ?? [];
      return `${name}${at === undefined ? '' : `:${at.line}:${at.column}`}: ${message}`;
    }),
  );
}
