// The arrows of the architecture: what may import what.
/** The gateway from top to bottom: each may import what stands below it, types included, and nothing above. */
const gatewayOrder = [
  ['start', '(?!pipeline)[^/]+\\.ts$'],
  ['http', 'http/'],
  ['authentication', 'authentication/'],
  ['registry', 'registry/'],
  ['generation', 'generation/'],
  ['pipeline', 'pipeline\\.ts$'],
  ['preparation', 'preparation/'],
  ['budget', 'budget/'],
  ['emergency', 'emergency/'],
  ['facts', 'facts/'],
  ['response', 'response/'],
  ['disclosure', 'disclosure/'],
  ['grants', 'grants/'],
  ['authorization', 'authorization/'],
  ['approvals', 'approvals/'],
  ['execution', 'execution/'],
  ['planning', 'planning/'],
  ['documents', 'documents/'],
  ['runtime', 'runtime/'],
  ['errors', 'errors/'],
  ['model', 'model/'],
];

const importsPointDown = gatewayOrder.slice(1).map(([name, path], index) => ({
  name: `gateway-${name}-imports-nothing-above-it`,
  severity: 'error',
  from: { path: `^gateway/${path}`, pathNot: '\\.test\\.ts$' },
  to: {
    path: `^gateway/(${gatewayOrder
      .slice(0, index + 1)
      .map(([, above]) => above)
      .join('|')})`,
  },
}));

const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: `^${from}/`, pathNot: '(\\.test\\.ts$|/testing/|/test/|/bench/)' },
  to: {
    path: '^(client|console|fhir|gateway|feed|supergraph|subgraphs|keys|schema|ledger|population|cli|bench|test)/',
    pathNot: `^(${[from, ...allowed].join('|')})/`,
  },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-dev-dependency',
      severity: 'error',
      from: {
        path: '^(fhir|gateway|feed|supergraph|subgraphs|keys|schema|ledger|population)/',
        pathNot: '(\\.test\\.ts$|/testing/|/test/|/bench/)',
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    ...importsPointDown,
    only('gateway-knows-only-contracts-keys-and-ledger', 'gateway', ['feed', 'supergraph', 'schema', 'keys', 'ledger']),
    only('subgraphs-know-only-contracts-keys-and-ledger', 'subgraphs', [
      'feed',
      'supergraph',
      'schema',
      'keys',
      'ledger',
    ]),
    // How a supergraph is composed, checked and read: for gateways, the registry and the command line alike.
    only('supergraph-knows-only-contracts', 'supergraph', ['schema']),
    // Signed events over SSE, written and read: the approvals' and the supergraph's alike.
    only('feed-knows-only-contracts-and-keys', 'feed', ['schema', 'keys']),
    // The reader of public key sets: gateway and systems verify tokens, grants and feed events with the same one.
    only('keys-imports-nothing-of-ours', 'keys', []),
    only('ledger-imports-nothing-of-ours', 'ledger', []),
    // A package that front-end teams install.
    only('client-imports-nothing-of-ours', 'client', []),
    // It uses the graph only through the public endpoint.
    only('console-knows-only-the-client', 'console', ['client']),
    only('fhir-knows-only-the-client', 'fhir', ['client']),
    {
      ...only('schema-imports-nothing-of-ours', 'schema', []),
      // Generated resolver types name the record types they map to.
      from: { path: '^schema/', pathNot: '(^schema/generated/|\\.test\\.ts$)' },
    },
    only('population-knows-only-contracts', 'population', ['schema']),
    only('nobody-imports-the-command-line', 'cli', [
      'console',
      'fhir',
      'gateway',
      'feed',
      'supergraph',
      'subgraphs',
      'keys',
      'schema',
      'ledger',
      'population',
      'bench',
    ]),
    {
      name: 'one-system-never-imports-another',
      severity: 'error',
      from: {
        path: '^subgraphs/(identity|emou|audit|registry|snap|tanf|medicaid|corrections|education|weatherization|childwelfare)/',
      },
      to: {
        path: '^subgraphs/(identity|emou|audit|registry|snap|tanf|medicaid|corrections|education|weatherization|childwelfare)/',
        pathNot: '^subgraphs/$1/',
      },
    },
    {
      // What is stored of persons, at the bottom of the person index. Searches read it.
      name: 'personal-data-knows-no-search',
      severity: 'error',
      from: { path: '^subgraphs/identity/personalData/' },
      to: { path: '^subgraphs/identity/search/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^console/web/dist/|^subgraphs/kit/dist/|/routes/[a-z]+/generated/)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
