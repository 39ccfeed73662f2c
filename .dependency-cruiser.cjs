/** The import table of docs/architecture.md. A folder may import only the folders in its row; any other import inside src is an error. */
const rows = {
  contract: [],
  doors: ['contract'],
  generation: ['contract'],
  'event-store': [],
  english: [],
  blueprint: ['generation', 'english'],
  commands: ['contract', 'generation', 'event-store', 'blueprint'],
  authoring: ['generation', 'blueprint'],
  estimating: ['generation', 'event-store', 'blueprint', 'authoring'],
  stages: ['generation', 'blueprint', 'authoring', 'estimating'],
  driver: ['generation', 'event-store', 'commands', 'stages'],
  previews: ['generation', 'event-store', 'commands', 'editing', 'driver'],
  models: ['event-store'],
  experiments: ['contract', 'generation', 'event-store', 'commands'],
  projections: ['generation', 'event-store'],
  editing: ['contract', 'generation', 'event-store', 'commands'],
  gateway: ['contract', 'doors', 'generation', 'event-store', 'commands', 'editing'],
  api: [
    'contract',
    'doors',
    'generation',
    'event-store',
    'blueprint',
    'commands',
    'projections',
    'estimating',
    'editing',
    'models',
    'experiments',
  ],
  client: ['contract'],
  cli: ['client', 'contract'],
  studio: ['client', 'contract'],
};

/** Programs that work directly on the log, with or without a running service. Like the app, they may import everything. */
const OFFLINE_PROGRAMS = '^src/cli/(rebuild|forget)\\.ts$';

const tableRules = Object.entries(rows).map(([folder, allowed]) => ({
  name: `${folder}-imports`,
  comment: `src/${folder} may import: ${allowed.join(', ') || 'no other folder'}`,
  severity: 'error',
  from: { path: `^src/${folder}/`, pathNot: OFFLINE_PROGRAMS },
  to: {
    path: '^src/',
    pathNot: [
      `^src/(${[folder, ...allowed].join('|')})/`,
      ...(['stages', 'estimating', 'previews', 'models'].includes(folder)
        ? ['^src/effects/[^/]+/[^/]+\\.port\\.ts$']
        : []),
    ],
  },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...tableRules,
    {
      name: 'effects-import-only-ports',
      comment: 'an effect may import only the ports of other effects, and src/effects/processes',
      severity: 'error',
      from: { path: '^src/effects/([^/]+)/' },
      to: {
        path: '^src/',
        pathNot: ['^src/effects/$1/', '^src/effects/processes/', '^src/effects/[^/]+/[^/]+\\.port\\.ts$'],
      },
    },
    {
      name: 'rules-are-pure',
      comment: 'generation imports no packages and no Node.js built-ins',
      severity: 'error',
      from: { path: '^src/generation/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer'] },
    },
    {
      name: 'rules-take-types-of-the-contract',
      comment: 'generation imports only types from the contract, and the table of stages, which needs no package',
      severity: 'error',
      from: { path: '^src/generation/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^src/contract/', pathNot: '^src/contract/stages\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'contract-needs-only-zod',
      comment: 'the contract also runs in browsers',
      severity: 'error',
      from: { path: '^src/contract/', pathNot: '\\.spec\\.ts$' },
      to: { path: '.', pathNot: ['^src/contract/', '^node_modules/zod/'] },
    },
    {
      name: 'blueprint-does-no-io',
      comment:
        'blueprint and authoring are pure: they import no Node.js built-ins, except where the blueprint reads its own source texts',
      severity: 'error',
      from: {
        path: '^src/(blueprint|authoring)/',
        pathNot: ['\\.spec\\.ts$', '^src/blueprint/render/shared-files\\.ts$'],
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'nothing-imports-the-app',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot:
          '^src/(main|serve|app\\.module|create-service|preview-check|host-router|doorkeeper-of|cli/.*|.*\\.spec)\\.ts$',
      },
      to: {
        path: '^src/(app\\.module|main|serve|create-service|settings|service-logger|preview-check|host-router|doorkeeper-of)\\.ts$',
      },
    },
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^dist/|/generated/|/warm-up|^src/blueprint/shared/)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
};
