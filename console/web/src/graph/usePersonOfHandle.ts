import { useEffect, useState } from 'react';
import { idOf } from './handles.ts';

export type PersonOfHandle =
  | { readonly state: 'none' | 'waiting' | 'stale' }
  | { readonly state: 'known'; readonly id: string };

/** The person behind the handle in the address. `stale`: the handle is from another session. */
export function usePersonOfHandle(handle: string | undefined): PersonOfHandle {
  const [found, setFound] = useState<{ readonly handle: string; readonly id: string | undefined }>();
  useEffect(() => {
    if (handle === undefined) return;
    let isCurrent = true;
    void idOf(handle).then((id) => {
      if (isCurrent) setFound({ handle, id });
    });
    return () => {
      isCurrent = false;
    };
  }, [handle]);
  if (handle === undefined) return { state: 'none' };
  if (found?.handle !== handle) return { state: 'waiting' };
  return found.id === undefined ? { state: 'stale' } : { state: 'known', id: found.id };
}
