import { describe, expect, it } from 'vitest';
import { ownerOf, REGISTRY } from '../accounts.ts';
import { createRepository, pushImage } from '../images.ts';
import { useMoto } from '../moto.ts';
import { aPull, know } from '../reading.ts';

useMoto();

describe('image', () => {
  it('is found by each of its tags and by its digest', async () => {
    const owner = ownerOf(REGISTRY);
    await createRepository(owner, 'shop/api');
    const digest = await pushImage(owner, 'shop/api', 'v2.1.0', 'stable');
    await pushImage(owner, 'shop/api', 'v2.0.0');
    for (const incident of [aPull(), aPull({ tag: 'stable' }), aPull({ digest })]) {
      expect((await know('image', incident)).value).toMatchObject({
        digest,
        tags: ['v2.1.0', 'stable'],
        status: 'ACTIVE',
        pushedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      });
    }
  });

  it.each([
    ['tag', aPull({ tag: 'v9' })],
    ['digest', aPull({ digest: `sha256:${'0'.repeat(64)}` })],
    ['repository', aPull({ repository: 'no/repository' })],
  ])('is null without such a %s', async (_title, incident) => {
    const owner = ownerOf(REGISTRY);
    await createRepository(owner, 'shop/api');
    await pushImage(owner, 'shop/api', 'v2.1.0');
    const { value, evidence } = await know('image', incident);
    expect(value).toBeNull();
    expect(evidence).toMatchObject([{ action: 'ecr:DescribeImages', observed: 'no such image' }]);
  });
});

describe('images', () => {
  it('are all of the repository', async () => {
    const owner = ownerOf(REGISTRY);
    await createRepository(owner, 'shop/api');
    await createRepository(owner, 'shop/web');
    await pushImage(owner, 'shop/api', 'v2.1.0', 'stable');
    await pushImage(owner, 'shop/api', 'v2.0.0');
    await pushImage(owner, 'shop/web', 'v1.0.0');
    const { value } = await know('images');
    const tagged = value.map(({ tags }) => tags.join()).toSorted((a, b) => a.localeCompare(b));
    expect(tagged).toEqual(['v2.0.0', 'v2.1.0,stable']);
  });

  it.each(['shop/api', 'no/repository'])('are none in %s', async (repository) => {
    await createRepository(ownerOf(REGISTRY), 'shop/api');
    expect((await know('images', aPull({ repository }))).value).toEqual([]);
  });
});
