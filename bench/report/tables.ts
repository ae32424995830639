import Table from 'cli-table3';
import { workloads } from '../workloads/workloads.ts';
import type { Report, Row } from './report.ts';

interface Column {
  readonly title: string;
  readonly text: (row: Row) => string;
}

const gatewayColumns: readonly Column[] = [
  { title: 'connections', text: ({ load }) => String(load) },
  { title: 'engine', text: ({ engine }) => engine },
  { title: 'gateway CPU ms', text: ({ gatewayCpu }) => gatewayCpu.toFixed(3) },
];
const systemColumns: readonly Column[] = [
  { title: 'systems CPU ms', text: ({ systemsCpu }) => systemsCpu?.toFixed(3) ?? '' },
  { title: 'PostgreSQL CPU ms', text: ({ postgresCpu }) => postgresCpu?.toFixed(3) ?? '' },
  { title: 'all CPU ms', text: ({ cpu }) => cpu.toFixed(3) },
];
const commonColumns: readonly Column[] = [
  { title: 'CPU to first', text: ({ lighter }) => `1/${lighter.toFixed(1)}` },
  { title: 'requests/s', text: ({ perSecond }) => perSecond.toFixed(0) },
  { title: 'to first', text: ({ faster }) => `${faster.toFixed(1)}x` },
  { title: 'p50 ms', text: ({ p50 }) => p50.toFixed(1) },
  { title: 'p99 ms', text: ({ p99 }) => p99.toFixed(1) },
  { title: 'subgraph requests', text: ({ subgraphRequests }) => subgraphRequests?.toFixed(2) ?? '' },
  { title: 'memory MB', text: ({ residentBytes }) => (residentBytes / 2 ** 20).toFixed(0) },
  { title: 'gateway core', text: ({ busy }) => `${(busy * 100).toFixed(0)}%` },
];

interface Section {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

function sectionsOf(rows: readonly Row[]): readonly Section[] {
  return Object.values(workloads).flatMap(({ name, title, systems }) => {
    const own = rows.filter(({ workload }) => workload === name);
    const bytes = own[0]?.answerBytes;
    if (bytes === undefined) return [];
    const columns = [...gatewayColumns, ...(systems === 'live' ? systemColumns : []), ...commonColumns];
    return [{ title: `(${name}) ${title}; ${(bytes / 1_000).toFixed(1)} kB an answer`, columns, rows: own }];
  });
}

/** The report as tables for a terminal. */
export function terminalTables({ rows }: Report): string {
  return sectionsOf(rows)
    .map(({ title, columns, rows: own }) => {
      const table = new Table({
        head: columns.map((column) => column.title),
        style: { head: [], border: [], compact: true },
        colAligns: columns.map((_, index) => (index === 1 ? 'left' : 'right')),
        wordWrap: true,
        colWidths: columns.map(
          (column) =>
            Math.max(...[...column.title.split(/(?<=\/)| /), ...own.map(column.text)].map((text) => text.length)) + 2,
        ),
      });
      for (const row of own) table.push(columns.map((column) => column.text(row)));
      return `${title}\n${table.toString()}\n`;
    })
    .join('\n');
}

/** The report as the page bench/RESULTS.md. */
export function markdownPage(report: Report): string {
  const { machine } = report;
  const sections = sectionsOf(report.rows).map(({ title, columns, rows }) => {
    return `## ${title}\n\n${markdownTable(columns, rows)}\n`;
  });
  return `# Results of ${report.date.slice(0, 10)}

Written by \`${report.command}\`; README.md in this folder explains what is measured and how.

- Machine: ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGigabytes} GB; ${
    machine.pinned ? 'the gateway on its own core, callers and systems on the others' : 'no process bound to a core'
  }. The machine does other work at the same time: trust the ratios, which come from adjacent runs, more than the figures.
- Versions: ${Object.entries(machine.versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ')}
${report.failures.map((failure) => `- Not measured: ${failure}\n`).join('')}- Medians of ${1 + Math.max(0, ...report.samples.map(({ round }) => round))} rounds; ratios to the first engine of each table.

${sections.join('\n')}`;
}

/** Padded as the project's formatter would. */
function markdownTable(columns: readonly Column[], rows: readonly Row[]): string {
  const cells = columns.map(({ title, text }, index) => {
    const texts = [title, ...rows.map(text)];
    const width = Math.max(...texts.map(({ length }) => length));
    // The engine's name is the only text among figures.
    const padded = texts.map((value) => (index === 1 ? value.padEnd(width) : value.padStart(width)));
    const rule = index === 1 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`;
    return padded.toSpliced(1, 0, rule);
  });
  return Array.from(
    { length: rows.length + 2 },
    (_, line) => `| ${cells.map((cell) => cell[line]).join(' | ')} |`,
  ).join('\n');
}
