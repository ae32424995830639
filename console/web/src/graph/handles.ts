import { post } from '../session/server.ts';

/** Opaque handles of persons for addresses. A handle means nothing outside this session. */
export async function handlesOf(ids: readonly string[]): Promise<readonly string[]> {
  const { handles } = await post<{ readonly handles: readonly string[] }>('/session/handles', { ids });
  return handles;
}

/** Undefined: the handle is from the session of somebody else. */
export async function idOf(handle: string): Promise<string | undefined> {
  return post<{ readonly id: string }>('/session/resolve', { handle }).then(
    ({ id }) => id,
    () => undefined,
  );
}
