import type { ExportFormat, ListedEntryFragment } from '../generated/graphql.ts';

type Row = Readonly<Record<string, string>>;

/** Entries as a file whose first line, or first member, is the ticket under which the log records the export. */
export function entriesFile(
  entries: readonly ListedEntryFragment[],
  format: Extract<ExportFormat, 'CSV' | 'JSON'>,
  ticket: string,
): Blob {
  if (format === 'JSON') {
    return new Blob([`${JSON.stringify({ ticket, entries }, undefined, 2)}\n`], { type: 'application/json' });
  }
  const rows = entries.map(rowOf);
  const names = Object.keys(rowOf(undefined));
  const lines = [['ticket', ticket], names, ...rows.map((row) => names.map((name) => row[name] ?? ''))];
  // With a byte order mark, spreadsheets read it as UTF-8. See RFC 4180.
  return new Blob([`\uFEFF${lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('')}`], { type: 'text/csv' });
}

function rowOf(entry: ListedEntryFragment | undefined): Row {
  const groups = entry?.disclosed ?? [];
  const distinct = (texts: readonly string[]): string => [...new Set(texts)].join(' | ');
  return {
    entry: entry?.id ?? '',
    time: entry?.time ?? '',
    kind: entry?.kind ?? '',
    requester: entry?.requester ?? '',
    agency: entry?.agency ?? '',
    roles: distinct(entry?.roles ?? []),
    purpose: entry?.purpose ?? '',
    case: entry?.caseId ?? '',
    person: entry?.person ?? '',
    shown: distinct(groups.flatMap(({ datasets }) => datasets ?? [])),
    empty: distinct((entry?.empty ?? []).flatMap(({ datasets }) => datasets ?? [])),
    refused: distinct((entry?.refused ?? []).map(({ dataset, field }) => dataset ?? field ?? '')),
    changed: distinct((entry?.effects ?? []).flatMap(({ field }) => field ?? [])),
    approvals: distinct(groups.flatMap(({ approvals }) => approvals ?? [])),
    law: distinct(groups.flatMap(({ legalBasis }) => legalBasis ?? [])),
    emergency: entry?.emergency?.reason ?? '',
    ticket: entry?.ticket ?? '',
  };
}

/** A cell that no spreadsheet takes for a formula: free text of requesters is in some of them. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
