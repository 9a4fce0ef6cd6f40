import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { PULL_STAGES } from '../src/domain/pull-stage.ts';
import { HEAD_END } from './check-page.ts';

/** Folders that are no stage of a pull. */
const TOPICS = ['network', 'cache'];

/** `npm run new:check manifest/frozen-digest`: the three files of a check, ready to be filled. */
function main(name: string | undefined): number {
  const match = /^([a-z]+)\/([a-z][a-z0-9-]*)$/.exec(name ?? '');
  const [, folder = '', id = ''] = match ?? [];
  if (match === null || ![...PULL_STAGES, ...TOPICS].some((stage) => stage === folder)) {
    process.stderr.write(
      'Expected the stage and the failing state, such as: npm run new:check manifest/frozen-digest\n',
    );
    return 2;
  }
  const files = filesOf(folder, id);
  const taken = Object.keys(files).find((path) => existsSync(path));
  if (taken !== undefined) {
    process.stderr.write(`${taken} exists already.\n`);
    return 2;
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  process.stdout.write(
    `${Object.keys(files).join('\n')}\nNow: a line in src/checks/index.ts, a world in src/sandbox/worlds, npm run docs.\n`,
  );
  return 0;
}

function filesOf(folder: string, id: string): Readonly<Record<string, string>> {
  const constant = id.replace(/-(.)/g, (_dash, letter: string) => letter.toUpperCase());
  const [stage, step] =
    folder === 'network' ? ['layers', 'path'] : [folder === 'cache' ? 'manifest' : folder, 'object'];
  return {
    [`src/checks/${folder}/${id}.ts`]: `import { defineCheck } from '../define-check.ts';

export const ${constant} = defineCheck({
  id: '${id}',
  stage: '${stage}',
  step: '${step}',
  question: 'Is it as it should be?',
  needs: ['repository'],
  answers: {
    right: { verdict: 'pass', says: '\`{{name}}\` is as it should be.' },
    wrong: { verdict: 'fail', says: '\`{{name}}\` is not as it should be.' },
  },
  evaluate({ repository }, { image }) {
    return { answer: repository === null ? 'wrong' : 'right', data: { name: image.repository } };
  },
});
`,
    [`test/checks/${folder}/${id}.test.ts`]: `import { ${constant} } from '../../../src/checks/${folder}/${id}.ts';
import { aRepository } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

testCheck(${constant}, {
  right: [{ when: 'it is there', facts: { repository: aRepository() } }],
  wrong: [{ when: 'it is not', facts: { repository: null } }],
});
`,
    [`docs/checks/${id}.md`]: `${HEAD_END}\n`,
  };
}

process.exitCode = main(process.argv[2]);
