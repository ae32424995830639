import { Table } from '../../../design/Table.tsx';
import { useText } from '../../../i18n/language.tsx';
import { fieldWords, useAgreementWords } from '../words/agreementWords.ts';
import type { FieldTerms, FullRequest } from './request.ts';
import { requestText } from './text.ts';

/** What is asked and what was granted, field by field, with mask and condition. */
export function FieldsTable({ request }: { readonly request: FullRequest }) {
  const text = useText(requestText);
  const { fields, granted, refused } = request;
  const grantedByField = new Map((granted ?? []).map((one) => [one.field, one]));
  const deniedFields = new Set(refused?.fields ?? []);
  const isDecided = grantedByField.size > 0 || deniedFields.size > 0;
  const denialOf = (field: string | null) =>
    refused?.denials?.find((denial) => denial.fields?.includes(field ?? '') ?? true);
  return (
    <section className="section">
      <h2>{text.fields}</h2>
      <Table caption={text.fields} captionHidden head={[text.field, text.asked, ...(isDecided ? [text.granted] : [])]}>
        {(fields ?? []).map((asked) => {
          const given = grantedByField.get(asked.field);
          const denial = given === undefined && deniedFields.has(asked.field ?? '') ? denialOf(asked.field) : undefined;
          return (
            <tr key={asked.field}>
              <th scope="row">
                <FieldName coordinate={asked.field ?? ''} />
              </th>
              <td>
                <TermsOfField terms={asked} />
              </td>
              {isDecided && (
                <td>
                  {given === undefined ? (
                    <span className="place--withheld">
                      {denial === undefined ? text.notGranted : text.deniedBy(denial.code ?? '', denial.citation ?? '')}
                    </span>
                  ) : (
                    <TermsOfField terms={given} />
                  )}
                </td>
              )}
            </tr>
          );
        })}
      </Table>
      {(request.dataset?.neverOpen ?? []).length > 0 && (
        <details>
          <summary>{text.neverOpen}</summary>
          <ul>
            {request.dataset?.neverOpen?.map(({ coordinate, bar, law }) => (
              <li key={coordinate}>
                <FieldName coordinate={coordinate ?? ''} /> {bar}, {law}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

export function FieldName({ coordinate }: { readonly coordinate: string }) {
  return (
    <span className="field-name">
      <span lang="en">{fieldWords(coordinate)}</span> <code>{coordinate}</code>
    </span>
  );
}

export function TermsOfField({ terms }: { readonly terms: FieldTerms }) {
  const words = useAgreementWords();
  return (
    <>
      {words.formOf(terms.transform)}
      <span className="request-row__more">{words.ifOf(terms.conditions)}</span>
    </>
  );
}
