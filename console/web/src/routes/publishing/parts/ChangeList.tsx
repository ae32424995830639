import { useText } from '../../../i18n/language.tsx';
import type { ChangeSeverity, SchemaChangesQuery } from '../generated/graphql.ts';
import { registryWords } from '../words.ts';

const CLASSES: Readonly<Record<ChangeSeverity, string>> = {
  BREAKING: 'badge badge--red',
  DANGEROUS: 'badge badge--gold',
  SAFE: 'badge badge--green',
};

/** Changes between two supergraphs in words, those that break clients first. The registry writes them in English. */
export function ChangeList({ changes }: { readonly changes: NonNullable<SchemaChangesQuery['schemaChanges']> }) {
  const { severities } = useText(registryWords);
  return (
    <ul className="plain-list changes">
      {changes.map(({ severity, message }) => (
        <li key={`${severity} ${message}`}>
          <span className={CLASSES[severity]}>{severities[severity]}</span> <span lang="en">{message}</span>
        </li>
      ))}
    </ul>
  );
}
