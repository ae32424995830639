import { Command, Option } from 'commander';
import { documentModes } from '../../../schema/publishing/trustedDocuments.ts';
import { withRegistry } from '../subgraph/registryOptions.ts';
import { withExitCode } from '../subgraph/withExitCode.ts';

const PUBLISH_HELP = `
The manifest is that of graphql-codegen's client preset (persistedDocuments: { hashAlgorithm: sha256 }) or Apollo's
persisted query manifest. Documents of the ten newest versions are in force. Publish before you deploy the client.

  TOKEN=$(person360 token --agency DOIT --role SCHEMA_PUBLISHER --purpose DATA_GOVERNANCE)
  person360 documents publish --client casework --version 1.4.0 --mode audit persisted-documents.json --token "$TOKEN"

Exit codes: 0 published, 1 the manifest or one of its documents was refused, 2 it could not be published.`;

/** `person360 documents`: the operations that clients were built with. */
export function documentsCommand(): Command {
  const documents = new Command('documents').description(
    'trusted documents: the operations that clients were built with',
  );
  withRegistry(documents.command('publish <manifest>').description('publish the documents of a version of a client'))
    .requiredOption('--client <name>', 'name of the client, as in the header apollographql-client-name')
    .requiredOption('--version <version>', 'version of the client, such as 1.4.0')
    .addOption(
      new Option('--mode <mode>', 'what gateways do with other texts of this client (default: as before)').choices([
        ...documentModes,
      ]),
    )
    .addHelpText('after', PUBLISH_HELP)
    .action((manifest: string, options) =>
      withExitCode(async () => (await import('./publishDocuments.ts')).publishDocuments(manifest, options)),
    );
  withRegistry(documents.command('list').description('list the documents that were published, newest first'))
    .option('--client <name>', 'only of this client')
    .option('--json', 'print JSON', false)
    .action((options) =>
      withExitCode(async () => {
        await (await import('./listDocuments.ts')).listDocuments(options);
        return true;
      }),
    );
  return documents;
}
