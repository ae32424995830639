import { type Command, Option } from 'commander';
import { CliError } from '../../cliError.ts';

/** Where the registry is asked, through the gateway. */
export interface RegistryOptions {
  readonly gateway: string;
  readonly token?: string | undefined;
}

export function withRegistry(command: Command): Command {
  return command
    .addOption(
      new Option('--gateway <url>', "the gateway's endpoint")
        .env('PERSON360_URL')
        .default('http://127.0.0.1:4000/graphql'),
    )
    .addOption(
      new Option('--token <token>', 'bearer token; get one with person360 token --role SCHEMA_PUBLISHER').env(
        'PERSON360_TOKEN',
      ),
    );
}

export function connectionOf({ gateway, token }: RegistryOptions): { readonly url: string; readonly token: string } {
  if (token === undefined) throw new CliError('Give a token with --token, or in PERSON360_TOKEN.');
  return { url: gateway, token };
}
