import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { schemaDirectory } from '../../../schema/files.ts';
import { checkPublication } from '../../../supergraph/checks/checkPublication.ts';
import { askGateway } from '../emou/askGateway.ts';
import { CHECK_REPORT, CheckReport, printReport, type ReportFormat } from './findings.ts';
import { readPublication, readPublications, type SubgraphFiles } from './readPublication.ts';
import { connectionOf, type RegistryOptions } from './registryOptions.ts';

export interface CheckOptions extends RegistryOptions, SubgraphFiles {
  /** Folder like schema/ to check against, without a registry. */
  readonly against?: string | undefined;
  readonly format: ReportFormat;
}

const CHECK = `query ($input: CheckSubgraphInput!) { subgraphChecks(input: $input) { ${CHECK_REPORT} } }`;

/** Checks what a publication would do: by the registry if there is a token, or else against files. */
export async function check(subgraph: string, options: CheckOptions): Promise<boolean> {
  const isOffline = options.against !== undefined || options.token === undefined;
  const report = isOffline
    ? checkFiles(subgraph, options, options.against ?? schemaDirectory)
    : await checkByRegistry(subgraph, options);
  return printReport(report, options.format);
}

function checkFiles(subgraph: string, options: CheckOptions, directory: string): CheckReport {
  process.stderr.write(`Checked against ${directory}, without approvals and usage, which only the registry knows.\n`);
  const candidate = readPublication(subgraph, options);
  const result = checkPublication({ current: readPublications(directory), candidate, file: options.sdl });
  const findings = result.findings.map(({ location, coordinate, ...finding }) => ({
    ...finding,
    file: location?.file ?? null,
    line: location?.line ?? null,
    column: location?.column ?? null,
    coordinate: coordinate ?? null,
  }));
  return CheckReport.parse({ ...result, findings });
}

async function checkByRegistry(subgraph: string, options: CheckOptions): Promise<CheckReport> {
  // Malformed files are reported here, with their names.
  readPublication(subgraph, options);
  const { routingUrl, personKey, contact } = options;
  const input = {
    ...{ subgraph, routingUrl, personKey, contact },
    sdl: readFileSync(options.sdl, 'utf8'),
    datasets: readFileSync(options.datasets, 'utf8'),
  };
  const Data = z.object({ subgraphChecks: CheckReport });
  const { subgraphChecks } = await askGateway(connectionOf(options), CHECK, { input }, Data);
  const findings = subgraphChecks.findings.map((finding) => ({
    ...finding,
    file: finding.file === null ? null : options.sdl,
  }));
  return { ...subgraphChecks, findings };
}
