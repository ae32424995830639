import { buildSchema, type GraphQLSchema } from 'graphql';
import { useEffect, useState } from 'react';

/** The schema that clients see, from the build of these pages. Undefined while it loads. */
export function useApiSchema(): GraphQLSchema | Error | undefined {
  const [schema, setSchema] = useState<GraphQLSchema | Error>();
  useEffect(() => {
    const abort = new AbortController();
    loadSchema(abort.signal).then(setSchema, (error: unknown) => {
      if (!abort.signal.aborted) setSchema(error instanceof Error ? error : new Error(String(error)));
    });
    return () => abort.abort();
  }, []);
  return schema;
}

async function loadSchema(signal: AbortSignal): Promise<GraphQLSchema> {
  const response = await fetch('/api.graphql', { signal });
  if (!response.ok) throw new Error('The schema cannot be loaded.');
  return buildSchema(await response.text(), { assumeValidSDL: true });
}
