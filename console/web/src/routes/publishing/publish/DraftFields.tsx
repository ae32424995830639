import { type ChangeEvent, useId, useState } from 'react';
import { TextArea, TextField } from '../../../design/Field.tsx';
import { useText } from '../../../i18n/language.tsx';
import type { Draft } from './draft.ts';
import { publishText } from './text.ts';

/** Both files together fit in one request to the graph, which has at most 256 KiB. */
const MOST_BYTES = 200_000;

interface DraftFieldsProps {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
}

/** The files and what else is published with them. A chosen file is read in the browser, into the field. */
export function DraftFields({ draft, onChange }: DraftFieldsProps) {
  const text = useText(publishText);
  return (
    <div className="columns">
      <fieldset className="draft">
        <legend>{text.files}</legend>
        <TextArea
          label={text.sdl}
          value={draft.sdl}
          onChange={({ target }) => onChange({ sdl: target.value })}
          required
          rows={16}
          spellCheck={false}
          autoComplete="off"
        />
        <FileChoice label={text.sdlFile} accept=".graphql,.graphqls,.gql" onRead={(sdl) => onChange({ sdl })} />
        <TextArea
          label={text.datasets}
          value={draft.datasets}
          onChange={({ target }) => onChange({ datasets: target.value })}
          required
          rows={12}
          spellCheck={false}
          autoComplete="off"
        />
        <FileChoice label={text.datasetsFile} accept=".yaml,.yml,.json" onRead={(datasets) => onChange({ datasets })} />
      </fieldset>
      <fieldset className="draft">
        <legend>{text.service}</legend>
        <TextField
          label={text.routingUrl}
          type="url"
          value={draft.routingUrl}
          onChange={({ target }) => onChange({ routingUrl: target.value })}
          required
          autoComplete="off"
        />
        <TextField
          label={text.contact}
          hint={text.contactHint}
          value={draft.contact}
          onChange={({ target }) => onChange({ contact: target.value })}
          required
          maxLength={200}
          autoComplete="off"
        />
        <TextField
          label={text.personKey}
          hint={text.personKeyHint}
          value={draft.personKey}
          onChange={({ target }) => onChange({ personKey: target.value.trim() })}
          pattern="[a-z][A-Za-z0-9]{1,60}"
          autoComplete="off"
        />
      </fieldset>
    </div>
  );
}

interface FileChoiceProps {
  readonly label: string;
  readonly accept: string;
  readonly onRead: (content: string) => void;
}

function FileChoice({ label, accept, onRead }: FileChoiceProps) {
  const text = useText(publishText);
  const id = useId();
  const [isTooLarge, setTooLarge] = useState(false);
  const read = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const [file] = target.files ?? [];
    if (file === undefined) return;
    const fits = file.size <= MOST_BYTES;
    setTooLarge(!fits);
    if (fits) void file.text().then(onRead);
    // The same file can be chosen again after it was edited.
    target.value = '';
  };
  return (
    <div className="file-choice">
      <label htmlFor={id} className="small">
        {label}
      </label>
      <input
        id={id}
        type="file"
        accept={accept}
        onChange={read}
        aria-describedby={isTooLarge ? `${id}-problem` : undefined}
      />
      {isTooLarge && (
        <span className="usa-error-message" id={`${id}-problem`} role="alert">
          {text.tooLarge}
        </span>
      )}
    </div>
  );
}
