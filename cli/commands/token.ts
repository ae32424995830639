import { resolve } from 'node:path';
import { signatories } from '../../schema/catalog/agencies.ts';
import { isPurpose, PURPOSES } from '../../schema/catalog/purposes.ts';
import { isRole, roles } from '../../schema/catalog/roles.ts';
import { GOVERNORS_OFFICE } from '../../subgraphs/emou/agreement/terms/vocabulary.ts';
import { CliError } from '../cliError.ts';
import { readDevelopmentClock } from '../local/developmentClock.ts';
import { signDevelopmentToken } from '../local/developmentIssuer.ts';
import { existingDevelopmentKey } from '../local/developmentKeys.ts';

const agencies: readonly string[] = [...signatories.map(({ code }) => code), GOVERNORS_OFFICE];

export interface TokenOptions {
  readonly agency: string;
  readonly role: readonly string[];
  readonly purpose: readonly string[];
  readonly subject: string | undefined;
  readonly familyName: string | undefined;
  readonly expires: string;
  readonly dataDir: string;
}

/** Prints the token and nothing else to stdout, so that it can be assigned to a shell variable. */
export function printToken(options: TokenOptions, production: boolean): void {
  if (production) {
    throw new CliError(
      'Development tokens are not available with NODE_ENV=production. Get a token from the identity provider.',
    );
  }
  const unknown = options.purpose.find((purpose) => !isPurpose(purpose));
  if (unknown !== undefined) {
    throw new CliError(`Purpose ${unknown} does not exist. Use one of:\n  ${PURPOSES.join('\n  ')}`);
  }
  const unknownRole = options.role.find((role) => !isRole(role));
  if (unknownRole !== undefined) {
    throw new CliError(`Role ${unknownRole} does not exist. Use one of:\n  ${roles.join('\n  ')}`);
  }
  if (!agencies.includes(options.agency)) {
    throw new CliError(`Agency ${options.agency} does not exist. Use one of:\n  ${agencies.join('\n  ')}`);
  }
  // A key created here, in the wrong folder, would sign tokens that all get 401.
  if (existingDevelopmentKey(options.dataDir, 'issuer') === undefined) {
    throw new CliError(
      `${resolve(options.dataDir)} holds no keys of a local run. Run person360 start first, and name its folder with ` +
        '--data-dir when it is not .data in this folder.',
    );
  }
  const token = signDevelopmentToken(
    options.dataDir,
    {
      subject: options.subject ?? `${options.agency.toLowerCase()}.${(options.role[0] ?? 'caseworker').toLowerCase()}`,
      agency: options.agency,
      roles: options.role,
      purposes: options.purpose,
      lifetime: parseLifetime(options.expires),
      familyName: options.familyName,
    },
    readDevelopmentClock(options.dataDir)(),
  );
  process.stdout.write(`${token}\n`);
}

const SECONDS = { s: 1, m: 60, h: 3_600, d: 86_400 } as const;

/** Parses a lifetime such as 90s, 30m, 8h, 1d into seconds. */
function parseLifetime(text: string): number {
  const match = /^(\d{1,6})([smhd])$/.exec(text);
  const unit = match?.[2] as keyof typeof SECONDS | undefined; // the expression allows no other letters
  const seconds = unit === undefined ? 0 : Number(match?.[1]) * SECONDS[unit];
  if (seconds === 0) throw new CliError(`--expires ${text} is not valid. Write it as 90s, 30m, 8h, or 1d.`);
  return seconds;
}
