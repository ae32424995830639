// The arrows of the architecture: what may import what.
const stages = [
  'http',
  'authentication',
  'documents',
  'authorization',
  'planning',
  'execution',
  'disclosure',
  'response',
];

/** A later stage takes values from an earlier one as arguments: it may know their types, never call into it. */
const laterNeverCallsEarlier = stages.slice(1).map((stage, index) => ({
  name: `${stage}-calls-no-earlier-stage`,
  severity: 'error',
  from: { path: `^gateway/${stage}/`, pathNot: '\\.test\\.ts$' },
  to: {
    path: `^gateway/(${stages.slice(0, index + 1).join('|')})/`,
    // The planner, what it is given, and how its plans are read are what execution is built on.
    pathNot: '^gateway/planning/(queryPlanner|planCache|subgraphFields|unreachableFields|clearKeys|planPath)\\.ts$',
    dependencyTypesNot: ['type-only'],
  },
}));

const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: `^${from}/`, pathNot: '(\\.test\\.ts$|/testing/|/test/|/bench/)' },
  to: {
    path: '^(gateway|subgraphs|keys|schema|ledger|population|cli|bench|test)/',
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
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-dev-dependency',
      severity: 'error',
      from: {
        path: '^(gateway|subgraphs|keys|schema|ledger|population)/',
        pathNot: '(\\.test\\.ts$|/testing/|/test/|/bench/)',
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    ...laterNeverCallsEarlier,
    only('gateway-knows-only-contracts-keys-and-ledger', 'gateway', ['schema', 'keys', 'ledger']),
    only('subgraphs-know-only-contracts-keys-and-ledger', 'subgraphs', ['schema', 'keys', 'ledger']),
    // The reader of public key sets: gateway and systems verify tokens, grants and feed events with the same one.
    only('keys-imports-nothing-of-ours', 'keys', []),
    only('ledger-imports-nothing-of-ours', 'ledger', []),
    {
      ...only('schema-imports-nothing-of-ours', 'schema', []),
      // Generated resolver types name the record types they map to.
      from: { path: '^schema/', pathNot: '^schema/generated/' },
    },
    only('population-knows-only-contracts', 'population', ['schema']),
    only('nobody-imports-the-command-line', 'cli', [
      'gateway',
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
        path: '^subgraphs/(identity|emou|audit|snap|tanf|medicaid|corrections|education|weatherization|childwelfare)/',
      },
      to: {
        path: '^subgraphs/(identity|emou|audit|snap|tanf|medicaid|corrections|education|weatherization|childwelfare)/',
        pathNot: '^subgraphs/$1/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
