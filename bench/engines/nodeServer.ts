import { createServer } from 'node:http';

/**
 * Node's HTTP server alone: reads a JSON body and always sends the response of workload f. Anything a gateway spends on
 * f beyond this is its own cost. Argument: port.
 */
const port = Number(process.argv[2]);
const answer = JSON.stringify({ data: { __typename: 'Query' } });
const headers = [
  'content-type',
  'application/json; charset=utf-8',
  'content-length',
  String(Buffer.byteLength(answer)),
];

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    if (request.method === 'POST') JSON.parse(Buffer.concat(chunks).toString('utf8'));
    response.writeHead(200, headers);
    response.end(answer, 'latin1');
  });
});
server.listen(port, '127.0.0.1');
