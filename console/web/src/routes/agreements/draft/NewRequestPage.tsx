import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { Alert } from '../../../design/Alert.tsx';
import { Failure } from '../../../design/Failure.tsx';
import { Select } from '../../../design/Field.tsx';
import { Loading } from '../../../design/Loading.tsx';
import { Page } from '../../../design/Page.tsx';
import { useAsked } from '../../../graph/graph.ts';
import { useText } from '../../../i18n/language.tsx';
import { useTerms } from '../../../i18n/terms.ts';
import { useSession } from '../../../session/SessionProvider.tsx';
import { DatasetsToRequestDocument } from '../generated/graphql.ts';
import { DatasetLaw } from './DatasetLaw.tsx';
import { DraftForm } from './DraftForm.tsx';
import { readPrefill } from './prefill.ts';
import { draftText } from './text.ts';

/** The request form. The place that withholds a field links to it with dataset, purpose, and fields. */
export function NewRequestPage() {
  const text = useText(draftText);
  const { term } = useTerms();
  const { user } = useSession();
  const [search] = useSearchParams();
  const [prefill] = useState(() => readPrefill(search));
  const [chosen, setChosen] = useState(prefill.dataset ?? '');
  const asked = useAsked(DatasetsToRequestDocument, {});
  if (asked.status === 'loading') return <Loading />;
  if (asked.status === 'failed') return <Failure error={asked.error} onTryAgain={asked.again} />;
  const datasets = asked.answer.data?.datasets ?? [];
  const choices = datasets.filter(({ owner, requestable }) => requestable === true && owner !== user.agency);
  const dataset = datasets.find(({ id }) => id === chosen);
  const canBeAsked = dataset?.requestable === true && dataset.owner !== user.agency;
  const systems = [...new Set(choices.map(({ system }) => system))];
  return (
    <Page title={text.title} lead={<p>{text.lead}</p>}>
      {prefill.dataset !== undefined && canBeAsked && <Alert kind="info">{text.prefilled}</Alert>}
      <div className="form">
        <Select
          label={text.dataset}
          value={canBeAsked ? chosen : ''}
          onChange={(event) => setChosen(event.target.value)}
        >
          <option value="">{text.chooseDataset}</option>
          {systems.map((system) => (
            <optgroup key={system} label={term('systems', system)}>
              {choices
                .filter((one) => one.system === system)
                .map(({ id }) => (
                  <option key={id} value={id}>
                    {term('datasets', id)}
                  </option>
                ))}
            </optgroup>
          ))}
        </Select>
      </div>
      {dataset !== undefined && <DatasetLaw dataset={dataset} />}
      {dataset !== undefined && dataset.owner === user.agency && <Alert kind="info">{text.own}</Alert>}
      {dataset !== undefined && dataset.requestable !== true && (
        <Alert kind="warning">{text.staffOnly(term('agencies', dataset.owner))}</Alert>
      )}
      {dataset !== undefined && canBeAsked && <DraftForm key={dataset.id} dataset={dataset} prefill={prefill} />}
    </Page>
  );
}
