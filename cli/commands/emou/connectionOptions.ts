import { type Command, Option } from 'commander';

/** URL of the gateway, and the caller's token. */
export interface ConnectionOptions {
  readonly url: string;
  readonly token: string;
  readonly json: boolean;
}

/** Adds the connection options and --json. */
export function connected(command: Command): Command {
  return command
    .addOption(
      new Option('--url <url>', "the gateway's endpoint").env('PERSON360_URL').default('http://127.0.0.1:4000/graphql'),
    )
    .addOption(
      new Option('--token <token>', 'bearer token; get one with person360 token')
        .env('PERSON360_TOKEN')
        .makeOptionMandatory(),
    )
    .option('--json', 'print JSON', false);
}
