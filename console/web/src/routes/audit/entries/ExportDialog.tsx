import type { Answer } from '@person360/client';
import { type FormEvent, useState } from 'react';
import { Alert } from '../../../design/Alert.tsx';
import { Dialog } from '../../../design/Dialog.tsx';
import { Failure } from '../../../design/Failure.tsx';
import { Select } from '../../../design/Field.tsx';
import { FreshGate } from '../../../design/FreshGate.tsx';
import { useAsk } from '../../../graph/graph.ts';
import { useText } from '../../../i18n/language.tsx';
import {
  type DisclosureFilter,
  EntriesDocument,
  type EntriesQuery,
  type ExportFormat,
  type ExportReason,
  type ListedEntryFragment,
  RecordLogExportDocument,
} from '../generated/graphql.ts';
import { entriesFile } from './entriesFile.ts';
import { entriesText } from './text.ts';

/** The most that one request reads. */
const PAGE_SIZE = 200;
/** One ticket names at most 20 requests. */
const MOST_PAGES = 20;
const FORMATS = ['CSV', 'JSON'] as const satisfies readonly ExportFormat[];
const REASONS = [
  'AUDIT',
  'COURT',
  'CASE_FILE',
  'REFERRAL',
  'PERSON_REQUEST',
] as const satisfies readonly ExportReason[];

/** Reads the entries that fit the filters, records the export, and only then saves them as a file. */
export function ExportDialog({ filter, onClose }: { readonly filter: DisclosureFilter; readonly onClose: () => void }) {
  const text = useText(entriesText);
  const ask = useAsk();
  const [progress, setProgress] = useState<number>();
  const [outcome, setOutcome] = useState<
    { readonly error: Error } | { readonly ticket: string; readonly count: number; readonly isWhole: boolean }
  >();

  async function read(): Promise<{
    readonly entries: readonly ListedEntryFragment[];
    readonly requestIds: readonly string[];
    readonly isWhole: boolean;
  }> {
    const entries: ListedEntryFragment[] = [];
    const requestIds: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < MOST_PAGES; page++) {
      const answer: Answer<EntriesQuery> = await ask(EntriesDocument, { filter, first: PAGE_SIZE, after });
      const found = answer.data?.disclosures;
      if (found == null || answer.requestId === undefined) {
        throw new Error(answer.errors[0]?.message ?? text.exportRefused);
      }
      requestIds.push(answer.requestId);
      entries.push(...(found.edges ?? []).flatMap(({ node }) => node ?? []));
      setProgress(entries.length);
      after = found.pageInfo?.endCursor ?? null;
      if (found.pageInfo?.hasNextPage !== true) return { entries, requestIds, isWhole: true };
    }
    return { entries, requestIds, isWhole: false };
  }

  async function save(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const format = FORMATS.find((one) => one === form.get('format')) ?? 'CSV';
    const reason = REASONS.find((one) => one === form.get('reason')) ?? 'AUDIT';
    setOutcome(undefined);
    setProgress(0);
    try {
      const { entries, requestIds, isWhole } = await read();
      const answer = await ask(RecordLogExportDocument, { input: { requestIds, format, reason } });
      const ticket = answer.data?.recordLogExport?.ticket?.id;
      if (ticket === undefined) throw new Error(answer.errors[0]?.message ?? text.exportRefused);
      saveFile(entriesFile(entries, format, ticket), `${ticket}.${format.toLowerCase()}`);
      setOutcome({ ticket, count: entries.length, isWhole });
    } catch (problem) {
      setOutcome({ error: problem instanceof Error ? problem : new Error(String(problem)) });
    } finally {
      setProgress(undefined);
    }
  }

  return (
    <Dialog title={text.exportTitle} onClose={onClose}>
      <p>{text.exportLead}</p>
      <FreshGate>
        <form onSubmit={(event) => void save(event)}>
          <Select label={text.exportFormat} name="format">
            {FORMATS.map((format) => (
              <option key={format} value={format}>
                {format}
              </option>
            ))}
          </Select>
          <Select label={text.exportReason} name="reason">
            {REASONS.map((reason) => (
              <option key={reason} value={reason}>
                {text.exportReasons[reason]}
              </option>
            ))}
          </Select>
          <p role="status">
            {progress !== undefined && text.exportRead(String(progress))}
            {outcome !== undefined &&
              'ticket' in outcome &&
              (outcome.isWhole
                ? text.exportDone(String(outcome.count), outcome.ticket)
                : text.exportCut(String(outcome.count), outcome.ticket))}
          </p>
          {outcome !== undefined && 'error' in outcome && (
            <>
              <Alert kind="error">{text.exportRefused}</Alert>
              <Failure error={outcome.error} />
            </>
          )}
          <div className="form-actions">
            <button type="submit" className="usa-button" disabled={progress !== undefined}>
              {text.exportNow}
            </button>
          </div>
        </form>
      </FreshGate>
    </Dialog>
  );
}

/** Hands the file to the browser's download. Nothing of it stays in the page. */
function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has the file only after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
