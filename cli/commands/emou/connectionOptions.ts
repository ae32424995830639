import { type Command, Option } from 'commander';

/** Where the gateway is, and who asks. */
export interface ConnectionOptions {
  readonly url: string;
  readonly token: string;
  readonly json: boolean;
}

/** Adds where the gateway is, who asks, and --json. */
export function connected(command: Command): Command {
  return command
    .addOption(
      new Option('--url <url>', "the gateway's endpoint").env('PERSON360_URL').default('http://127.0.0.1:4000/graphql'),
    )
    .addOption(
      new Option('--token <token>', 'bearer token; person360 token makes one')
        .env('PERSON360_TOKEN')
        .makeOptionMandatory(),
    )
    .option('--json', 'as JSON', false);
}
