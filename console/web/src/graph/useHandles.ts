import { useEffect, useState } from 'react';
import { handlesOf } from './handles.ts';

const NONE: ReadonlyMap<string, string> = new Map();

/** Handles by id of person, once the server has made them. Nothing is disclosed: the server only seals the ids. */
export function useHandles(ids: readonly string[]): ReadonlyMap<string, string> {
  const [handles, setHandles] = useState(NONE);
  const key = ids.join(' ');
  useEffect(() => {
    let isCurrent = true;
    const wanted = key === '' ? [] : key.split(' ');
    setHandles(NONE);
    if (wanted.length === 0) return;
    handlesOf(wanted).then(
      (made) => {
        if (isCurrent) setHandles(new Map(wanted.map((id, at) => [id, made[at] ?? ''])));
      },
      // The session is over; the next request of the page says so.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [key]);
  return handles;
}
