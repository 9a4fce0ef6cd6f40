import { expect, it } from 'vitest';
import type { Estate, Registry } from '../../../../src/sandbox/aws/estate.ts';
import { findRegistry } from '../../../../src/sandbox/worlds/parts/find.ts';
import { cacheHub, firstPull } from '../../../support/caches.ts';
import { readFact } from '../../../support/read-fact.ts';

type Template = Registry['creationTemplates'][number];

const template = (prefix: string, parts: Partial<Template> = {}): Template => ({
  prefix,
  appliedFor: ['PULL_THROUGH_CACHE'],
  repositoryPolicy: null,
  ...parts,
});

const withTemplates =
  (...templates: Template[]) =>
  (estate: Estate): void => {
    cacheHub(estate);
    findRegistry(estate).creationTemplates = templates;
  };

it.each<[string, Template[], string]>([
  ['the longest prefix', [template('ROOT'), template('hub'), template('hub/library')], 'hub/library'],
  ['one that is written with a slash at its end', [template('hub/')], 'hub'],
  ['one whose policy is empty, as none', [template('hub', { repositoryPolicy: '' })], 'hub'],
  ['ROOT where no other covers it', [template('quay'), template('ROOT')], 'ROOT'],
  ['one that is for caches', [template('hub/library', { appliedFor: ['REPLICATION'] }), template('hub')], 'hub'],
])('is %s', async (_which, templates, prefix) => {
  const learned = await readFact('creationTemplate', firstPull(), withTemplates(...templates));
  expect(learned).toMatchObject({ known: true, value: { prefix, repositoryPolicy: null, customRole: null } });
});

it('brings the policy that the repository will have', async () => {
  const learned = await readFact(
    'creationTemplate',
    firstPull(),
    withTemplates(template('hub', { repositoryPolicy: '{}' })),
  );
  expect(learned).toMatchObject({
    value: { repositoryPolicy: { name: 'repository policy of creation template hub', text: '{}' } },
  });
});

it('is null when none covers the name', async () => {
  expect(await readFact('creationTemplate', firstPull(), withTemplates(template('quay')))).toMatchObject({
    known: true,
    value: null,
    evidence: [{ action: 'ecr:DescribeRepositoryCreationTemplates' }],
  });
});

it('is not asked for where no repository has to be made', async () => {
  const learned = await readFact('creationTemplate', firstPull('my-app'), (estate) =>
    cacheHub(estate, { prefix: 'ROOT' }),
  );
  expect(learned).toEqual({ known: true, value: null, evidence: [] });
});
