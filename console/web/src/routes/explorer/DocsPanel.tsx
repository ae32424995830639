import { useText } from '../../i18n/language.tsx';
import type { FieldDocs } from './docsAt.ts';
import { explorerText } from './text.ts';

export function DocsPanel({ docs }: { readonly docs: FieldDocs | undefined }) {
  const text = useText(explorerText);
  return (
    <section className="section" aria-label={text.docs}>
      <h2>{text.docs}</h2>
      {docs === undefined ? (
        <p className="soft">{text.docsNone}</p>
      ) : (
        <div lang="en">
          <p>
            <code>
              {docs.coordinate}: {docs.type}
            </code>
          </p>
          {docs.description !== '' && <p>{docs.description}</p>}
          {docs.arguments.map(({ name, type, description }) => (
            <p key={name}>
              <code>
                {name}: {type}
              </code>{' '}
              {description}
            </p>
          ))}
          {docs.typeDescription !== '' && <p className="soft">{docs.typeDescription}</p>}
        </div>
      )}
    </section>
  );
}
