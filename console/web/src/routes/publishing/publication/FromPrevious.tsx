import { Link } from 'wouter';
import { Answered } from '../../../design/Answered.tsx';
import { useAsked } from '../../../graph/graph.ts';
import { useText } from '../../../i18n/language.tsx';
import { OnePublicationDocument } from '../generated/graphql.ts';
import { Differences } from '../parts/Differences.tsx';
import type { FullPublication } from './fullPublication.ts';
import { publicationText } from './text.ts';

/** Differences to the publication that was in service when this one was written. */
export function FromPrevious({ publication }: { readonly publication: FullPublication }) {
  const text = useText(publicationText);
  const { basedOn } = publication;
  const asked = useAsked(OnePublicationDocument, basedOn === null ? undefined : { number: basedOn });
  if (basedOn === null) return <p className="soft section">{text.first}</p>;
  return (
    <section className="section">
      <h2>
        {text.differences} <Link href={`/publishing/publication/${basedOn}`}>{text.previous(basedOn)}</Link>
      </h2>
      <Answered asked={asked} part="publication">
        {({ publication: previous }) => previous !== null && <Differences before={previous} after={publication} />}
      </Answered>
    </section>
  );
}
