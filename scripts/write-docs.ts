import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { CHECKS } from '../src/checks/index.ts';
import { AccountsFile } from '../src/config/accounts-file.ts';
import { drawHead, HEAD_END } from './check-page.ts';
import { cloudFormation } from './iam/cloudformation.ts';
import { fixPolicy, ownPolicy, readPolicy } from './iam/policies.ts';
import { terraformPolicies } from './iam/terraform.ts';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Every generated file, as it should be: its path and its text. */
export function generatedDocs(): ReadonlyMap<string, string> {
  const docs = new Map<string, string>();
  for (const check of CHECKS) {
    const path = `docs/checks/${check.id}.md`;
    const written = existsSync(path) ? (readFileSync(path, 'utf8').split(HEAD_END)[1] ?? '') : '';
    docs.set(path, `${drawHead(check)}${written.trimStart() === '' ? '' : `\n${written.trim()}\n`}`);
  }
  docs.set('README.md', withCheckList(readFileSync('README.md', 'utf8')));
  docs.set('docs/iam/read-policy.json', json(readPolicy()));
  docs.set('docs/iam/fix-policy.json', json(fixPolicy()));
  docs.set('docs/iam/bot-policy.json', json(ownPolicy()));
  docs.set('docs/iam/ecr-why-roles.cfn.yaml', cloudFormation());
  docs.set('docs/iam/terraform/policies.tf.json', json(terraformPolicies()));
  docs.set('docs/ecr-why.schema.json', json(z.toJSONSchema(AccountsFile, { io: 'input' })));
  return docs;
}

/** The README with its list of checks, each with its question and its page. */
function withCheckList(readme: string): string {
  const rows = CHECKS.map(({ id, question }) => `- [${id}](docs/checks/${id}.md): ${question}`);
  const list = ['<!-- checks -->', ...rows, '<!-- /checks -->'].join('\n');
  return readme.replace(/<!-- checks -->[\s\S]*<!-- \/checks -->/, () => list);
}

if (process.argv[1]?.endsWith('write-docs.ts') === true) {
  mkdirSync('docs/checks', { recursive: true });
  mkdirSync('docs/iam', { recursive: true });
  for (const [path, text] of generatedDocs()) writeFileSync(path, text);
}
