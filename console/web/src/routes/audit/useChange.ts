import type { TypedDocument } from '@person360/client';
import { type FormEvent, useState } from 'react';
import { useAsk } from '../../graph/graph.ts';

/** Sends a mutation from a form, once at a time; says what went wrong, and keeps what was typed. */
export function useChange<Data extends object, Input>(
  document: TypedDocument<Data, { input: Input }>,
  onDone: () => void,
) {
  const ask = useAsk();
  const [error, setError] = useState<Error>();
  const [isSending, setSending] = useState(false);
  async function send(input: Input): Promise<void> {
    setSending(true);
    setError(undefined);
    try {
      const { data, errors } = await ask(document, { input });
      if (data === null || Object.values(data).some((one) => one === null)) throw new Error(errors[0]?.message ?? '');
      onDone();
    } catch (problem) {
      setError(problem instanceof Error ? problem : new Error(String(problem)));
    } finally {
      setSending(false);
    }
  }
  /** A handler for the form; `read` makes the input of its fields. */
  const submit = (read: (field: (name: string) => string) => Input) => (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void send(read((name) => String(form.get(name) ?? '').trim()));
  };
  return { error, isSending, submit };
}
