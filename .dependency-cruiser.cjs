// Who may import whom: docs/architecture.md in words, this file as law. test/architecture.test.ts proves that it bites.

/** Files under `from` may import of our own only what matches `allowed`. */
const mayImport = (room, from, allowed, why) => ({
  name: `${room}-may-import`,
  comment: why,
  severity: 'error',
  from: { path: from },
  to: { path: '^src/', pathNot: allowed },
});

/** Only `where` may import these packages. */
const onlyIn = (what, packages, where) => ({
  name: `${what}-only-in`,
  comment: `${what} stays behind its edge.`,
  severity: 'error',
  from: { path: '^src/', pathNot: where },
  to: { path: `node_modules/(${packages})(/|$)` },
});

const CORE = '^src/(domain|lib)/';

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', comment: 'Data flows one way.', from: {}, to: { circular: true } },
    mayImport('domain', '^src/domain/', ['^src/domain/'], 'The vocabulary knows nothing but itself.'),
    mayImport('lib', '^src/lib/', ['^src/lib/'], 'Helpers know nothing of image pulls.'),
    mayImport('config', '^src/config/', [CORE, '^src/config/'], 'Configuration is read before anyone is introduced.'),
    mayImport('intake', '^src/intake/', [CORE, '^src/intake/'], 'Reading a message needs no one.'),
    mayImport('semantics', '^src/semantics/', [CORE, '^src/semantics/'], 'AWS’s own rules know nothing of our checks.'),
    mayImport(
      'checks',
      '^src/checks/[^/]+/',
      [CORE, '^src/semantics/', '^src/checks/(?!index)[a-z-]+[.]ts$'],
      'A check sees facts and the incident, never another check.',
    ),
    mayImport('fixers', '^src/fixers/(?!index)', [CORE, '^src/semantics/'], 'Planning a fix changes nothing.'),
    mayImport(
      'investigation',
      '^src/investigation/',
      [
        CORE,
        '^src/(semantics|investigation)/',
        '^src/(checks|fixers)/index[.]ts$',
        '^src/intake/(parse-image|registry-host)[.]ts$',
      ],
      'The core reaches the world through its port only.',
    ),
    mayImport('aws', '^src/aws/', [CORE, '^src/aws/'], 'Edges do not know each other.'),
    mayImport('jobs', '^src/jobs/', [CORE, '^src/jobs/'], 'Edges do not know each other.'),
    mayImport('picture', '^src/picture/', [CORE, '^src/picture/'], 'A picture is drawn from the paths alone.'),
    mayImport(
      'blocks',
      '^src/slack/blocks/',
      [CORE, '^src/picture/', '^src/slack/(blocks/|fix-request[.]ts$)'],
      'Blocks are a picture of a diagnosis.',
    ),
    mayImport(
      'slack',
      '^src/slack/(?!blocks/)',
      [CORE, '^src/(intake|picture|slack)/'],
      'Edges do not know each other.',
    ),
    mayImport('terminal', '^src/terminal/', [CORE, '^src/(picture|terminal)/'], 'Edges do not know each other.'),
    mayImport(
      'sandbox',
      '^src/sandbox/',
      [CORE, '^src/sandbox/'],
      'The sandbox plays AWS and Slack; it does not know the bot.',
    ),
    onlyIn('aws-sdk', '@aws-sdk|@smithy', '^src/aws/'),
    onlyIn('slack-sdk', '@slack/(bolt|web-api|socket-mode)', '^src/slack/(?!blocks/)'),
    onlyIn('queue', 'bullmq|ioredis|pg|@electric-sql', '^src/jobs/'),
    onlyIn('renderer', '@resvg', '^src/bot/to-png[.]ts$'),
    {
      name: 'pure-core',
      comment: 'No clock, no disk, no network in the core.',
      severity: 'error',
      from: { path: '^src/(domain|intake|semantics|checks|fixers|investigation|picture|slack/blocks|terminal)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'src-not-to-test',
      severity: 'error',
      comment: 'The product does not need its tests.',
      from: { path: '^src/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    // A program for the browser, which this parser cannot read (TSX); its bundler refuses what Node alone has.
    exclude: { path: '^src/sandbox/ui/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
};
