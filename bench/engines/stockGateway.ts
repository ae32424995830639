import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';

/** What a user would start with: Apollo Server and Apollo Gateway as their documentation sets them up. Arguments: supergraph file, port. */
const [, , supergraphFile = '', port = ''] = process.argv;

const server = new ApolloServer({
  gateway: new ApolloGateway({ supergraphSdl: readFileSync(supergraphFile, 'utf8') }),
});
await server.start();
const app = express();
app.get('/health/ready', (_request, response) => {
  response.json({ status: 'ready' });
});
app.use('/graphql', express.json(), expressMiddleware(server));
createServer(app).listen(Number(port), '127.0.0.1');
