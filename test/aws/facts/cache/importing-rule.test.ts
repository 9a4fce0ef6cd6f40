import { expect, it } from 'vitest';
import type { Action } from '../../../../src/domain/aws.ts';
import type { Estate } from '../../../../src/sandbox/aws/estate.ts';
import { anImage, anIncident } from '../../../support/an-incident.ts';
import { cacheHub, firstPull } from '../../../support/caches.ts';
import { readFact } from '../../../support/read-fact.ts';

const deny = (estate: Estate, ...actions: Action[]): void => {
  estate.deniedToReader = { '123456789012': actions };
};
const ROOT = { prefix: 'ROOT' };
const here = anIncident({ image: anImage({ repository: 'my-app' }) });
const gone = anIncident({ image: anImage({ repository: 'my-app', tag: 'v9' }) });

it('covers a repository that is missing', async () => {
  expect(await readFact('importingRule', firstPull(), cacheHub)).toMatchObject({
    known: true,
    value: { prefix: 'hub' },
    evidence: [
      { observed: 'cached from registry-1.docker.io' },
      { observed: 'no such repository' },
      { observed: 'no such image' },
    ],
  });
});

it('covers an image that is missing from a repository that is there', async () => {
  const learned = await readFact('importingRule', gone, (estate) => cacheHub(estate, ROOT));
  expect(learned).toMatchObject({ known: true, value: ROOT });
});

it('is null when nothing is missing, and even when the rules may not be read', async () => {
  expect(await readFact('importingRule', here, (estate) => cacheHub(estate, ROOT))).toMatchObject({ value: null });
  const denied = await readFact('importingRule', here, (estate) => deny(estate, 'ecr:DescribePullThroughCacheRules'));
  expect(denied).toEqual({ known: true, value: null, evidence: [] });
});

it.each(['ecr:DescribeImages', 'ecr:DescribeRepositories'] as const)(
  'is null when no rule covers the name, whatever %s would say',
  async (action) => {
    const learned = await readFact('importingRule', gone, (estate) => {
      cacheHub(estate);
      deny(estate, action);
    });
    expect(learned).toMatchObject({ known: true, value: null });
  },
);

it.each(['ecr:DescribeImages', 'ecr:DescribeRepositories'] as const)(
  'is a gap when a rule covers the name and nobody can tell what is there, for want of %s',
  async (action) => {
    const learned = await readFact('importingRule', gone, (estate) => {
      cacheHub(estate, ROOT);
      deny(estate, action);
    });
    expect(learned).toMatchObject({ known: false, gap: { fact: 'importingRule', action } });
  },
);

it('is a gap when something is missing and the rules may not be read', async () => {
  const learned = await readFact('importingRule', gone, (estate) => deny(estate, 'ecr:DescribePullThroughCacheRules'));
  expect(learned).toMatchObject({ known: false, gap: { action: 'ecr:DescribePullThroughCacheRules' } });
});
