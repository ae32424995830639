import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { ApolloGateway, type GraphQLDataSource, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';
import { createGrantSigner } from '../../gateway/grants/grantSigner.ts';
import { publicJwk } from '../../gateway/grants/signingKey.ts';
import { createCaches } from '../../gateway/runtime/caches.ts';
import { readDatasetCatalogue } from '../../schema/catalog/datasetCatalogue.ts';
import { datasetsDirectory } from '../../schema/files.ts';
import { readSupergraph } from '../../supergraph/read/readSupergraph.ts';

/**
 * Baseline that a user would start with: Apollo Server and Apollo Gateway set up as documented, without authentication,
 * authorization or log. Arguments: supergraph file, port. For systems that require grants, `BENCH_GRANT_KEY_FILE` is
 * the key to sign them with, one for everything and everyone, and `BENCH_SUBGRAPH_URLS` has their URLs by name, as
 * JSON.
 */
const [, , supergraphFile = '', port = ''] = process.argv;
const { BENCH_GRANT_KEY_FILE: keyFile, BENCH_SUBGRAPH_URLS: urls } = process.env;

function guardedDataSource(grantKeyFile: string): (definition: { name: string }) => GraphQLDataSource {
  const { key } = publicJwk(createPrivateKey(readFileSync(grantKeyFile, 'utf8')));
  const datasets = [...readDatasetCatalogue(datasetsDirectory).datasets.keys()];
  const { headersFor } = createGrantSigner(key, () => new Date(), createCaches()).credentialsForFacts(datasets);
  const urlOf = new Map<string, string>(Object.entries(JSON.parse(urls ?? '{}')));
  return ({ name }) =>
    new RemoteGraphQLDataSource({
      url: urlOf.get(name) ?? '',
      willSendRequest({ request }) {
        for (const [header, value] of Object.entries(headersFor(name, ''))) request.http?.headers.set(header, value);
      },
    });
}

const gateway = new ApolloGateway({
  // It refuses a supergraph with `@policy`, which it would not enforce.
  supergraphSdl: readSupergraph(readFileSync(supergraphFile, 'utf8')).executableSdl,
  ...(keyFile === undefined ? {} : { buildService: guardedDataSource(keyFile) }),
});
const server = new ApolloServer({ gateway });
await server.start();
const app = express();
app.get('/health/ready', (_request, response) => {
  response.json({ status: 'ready' });
});
app.use('/graphql', express.json(), expressMiddleware(server));
createServer(app).listen(Number(port), '127.0.0.1');
