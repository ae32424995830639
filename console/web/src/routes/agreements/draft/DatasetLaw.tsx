import { useText } from '../../../i18n/language.tsx';
import { useTerms } from '../../../i18n/terms.ts';
import { FieldName } from '../request/FieldsTable.tsx';
import { useAgreementWords } from '../words/agreementWords.ts';
import type { RequestableDataset } from './terms.ts';
import { draftText } from './text.ts';

/** What the law says about a dataset, with its hard bars, before anybody asks for it. */
export function DatasetLaw({ dataset }: { readonly dataset: RequestableDataset }) {
  const text = useText(draftText);
  const { term } = useTerms();
  const { word } = useAgreementWords();
  const bars = dataset.neverOpen ?? [];
  return (
    <section className="dataset-law">
      <p lang="en">{dataset.description}</p>
      <dl className="terms-list">
        <div>
          <dt>{text.owner}</dt>
          <dd>{term('agencies', dataset.owner)}</dd>
        </div>
        <div>
          <dt>{text.law}</dt>
          <dd>{(dataset.law ?? []).join('; ')}</dd>
        </div>
        <div>
          <dt>{text.classification}</dt>
          <dd>{word('classes', dataset.classification)}</dd>
        </div>
      </dl>
      {dataset.federalApproval === true && <p>{text.federal}</p>}
      <h2>{text.bars}</h2>
      {bars.length === 0 ? (
        <p className="soft">{text.noBars}</p>
      ) : (
        <ul className="bars">
          {bars.map(({ coordinate, bar, law }) => (
            <li key={coordinate}>
              <span aria-hidden="true">⊘</span> <FieldName coordinate={coordinate ?? ''} /> {bar}, {law}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
