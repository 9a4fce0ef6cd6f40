import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../../src/domain/facts.ts';
import type { ImageInUse } from '../../../../src/domain/facts/prevention.ts';
import type { Image } from '../../../../src/domain/facts/registry.ts';
import { withDerivedFacts } from '../../../../src/investigation/derived-facts.ts';
import { anImage, anIncident } from '../../../support/an-incident.ts';
import { anImageFact } from '../../../support/facts.ts';
import { aGap, FakeFactSource } from '../../../support/fake-fact-source.ts';
import { aLifecyclePolicy, more, older, unpulled } from '../../../support/lifecycle-text.ts';

const OLD = anImageFact({ digest: 'sha256:old', tags: ['v1.0.0'], pushedAt: '2026-02-04T12:00:00.000Z' });
const NEW = anImageFact({ digest: 'sha256:new', tags: ['v2.1.0'], pushedAt: '2026-03-01T12:00:00.000Z' });
const monthly = aLifecyclePolicy(older(30, ['v*']));

const use = (parts: Partial<ImageInUse> = {}): ImageInUse => ({ digest: null, tag: 'v1.0.0', user: 'web', ...parts });

function source(facts: Partial<Facts>, ...gaps: Parameters<typeof aGap>[]) {
  return new FakeFactSource(
    { lifecyclePolicy: monthly, images: [OLD, NEW], imagesInUse: { images: [], gaps: [] }, ...facts },
    gaps.map((gap) => aGap(...gap)),
  );
}

const learn = (from: FakeFactSource, incident = anIncident()) => withDerivedFacts(from).learn('leavingInUse', incident);
const using = (...images: readonly ImageInUse[]) => ({ images, gaps: [] });

describe('leavingInUse', () => {
  it.each([
    ['by the tag that a task asks for', use()],
    ['by the digest that a task runs', use({ digest: 'sha256:old', tag: 'moved-away' })],
  ])('finds an image %s', async (_how, each) => {
    expect(await learn(source({ imagesInUse: using(each) }))).toMatchObject({
      known: true,
      value: [
        {
          name: 'v1.0.0',
          users: ['`web`'],
          rulePriority: 1,
          action: 'expire',
          at: '2026-03-06T12:00:00.000Z',
          isCertain: true,
        },
      ],
      evidence: [{ subject: 'lifecyclePolicy' }, { subject: 'images' }, { subject: 'imagesInUse' }],
    });
  });

  it('finds nothing where only other images leave', async () => {
    const learned = await learn(source({ imagesInUse: using(use({ tag: 'v2.1.0' })) }));
    expect(learned).toMatchObject({ known: true, value: [] });
  });

  it('counts what the question is about as needed, by its service where that is named', async () => {
    const image = anImage({ tag: 'v1.0.0' });
    const asked = await learn(source({}), anIncident({ image }));
    expect(asked).toMatchObject({ value: [{ users: ['this pull'] }] });
    const workload = { kind: 'ecs-service', place: {}, cluster: 'prod', service: 'api' } as const;
    expect(await learn(source({}), anIncident({ image, workload }))).toMatchObject({ value: [{ users: ['`api`'] }] });
  });

  it('names each user once', async () => {
    const uses = using(use(), use(), use({ user: 'cron', digest: 'sha256:old' }));
    expect(await learn(source({ imagesInUse: uses }))).toMatchObject({ value: [{ users: ['`web`', '`cron`'] }] });
  });

  it('sees what will be archived for want of pulls', async () => {
    const lifecyclePolicy = aLifecyclePolicy(unpulled(20, 'any'));
    const learned = await learn(source({ lifecyclePolicy, imagesInUse: using(use()) }));
    expect(learned).toMatchObject({ value: [{ action: 'transition', at: '2026-03-03T03:00:00.000Z' }] });
  });

  it('leaves out what is archived already', async () => {
    const images: readonly Image[] = [{ ...OLD, status: 'ARCHIVED' }, NEW];
    expect(await learn(source({ images, imagesInUse: using(use()) }))).toMatchObject({ known: true, value: [] });
  });

  describe('with a count that the next push will reach', () => {
    const lifecyclePolicy = aLifecyclePolicy(more(2, 'any'));

    it('names the image that would go', async () => {
      const learned = await learn(source({ lifecyclePolicy, imagesInUse: using(use()) }));
      expect(learned).toMatchObject({ value: [{ name: 'v1.0.0', at: null }] });
    });

    it('says nothing of a name that the push itself would take away', async () => {
      const images = [{ ...OLD, tags: ['latest'] }, NEW];
      const learned = await learn(source({ lifecyclePolicy, images, imagesInUse: using(use({ tag: 'latest' })) }));
      expect(learned).toMatchObject({ known: true, value: [] });
    });
  });

  it('is not certain of what may be a part of an index, and puts it last', async () => {
    const index = {
      ...OLD,
      digest: 'sha256:index',
      tags: ['v1.5.0'],
      mediaType: 'application/vnd.oci.image.index.v1+json',
    };
    const uses = using(use(), use({ tag: 'v1.5.0' }));
    expect(await learn(source({ images: [OLD, index, NEW], imagesInUse: uses }))).toMatchObject({
      value: [
        { name: 'v1.5.0', isCertain: true },
        { name: 'v1.0.0', isCertain: false },
      ],
    });
  });

  it('does not ask who uses what, where nothing leaves', async () => {
    const fresh = source({ images: [NEW] });
    expect(await learn(fresh)).toMatchObject({ known: true, value: [] });
    expect(fresh.asked).not.toContain('imagesInUse');
  });

  it.each([
    ['null without a policy', null, null],
    ['unreadable where the policy is', { text: 'no policy' }, 'unreadable'],
  ])('is %s', async (_what, lifecyclePolicy, value) => {
    const from = source({ lifecyclePolicy });
    expect(await learn(from)).toMatchObject({ known: true, value });
    expect(from.asked).not.toContain('imagesInUse');
  });

  it.each(['lifecyclePolicy', 'images', 'imagesInUse'] as const)('is the gap in %s', async (fact) => {
    const learned = await learn(source({}, [fact, { action: 'ecs:Test' }]));
    expect(learned).toMatchObject({ known: false, gap: { fact: 'leavingInUse', action: 'ecs:Test' } });
  });

  it('is the gap of one place, unless another shows something', async () => {
    const gaps = [aGap('imagesInUse', { action: 'ecs:ListTasks' })];
    const none = await learn(source({ imagesInUse: { images: [], gaps } }));
    expect(none).toMatchObject({ known: false, gap: { fact: 'leavingInUse', action: 'ecs:ListTasks' } });
    const some = await learn(source({ imagesInUse: { images: [use()], gaps } }));
    expect(some).toMatchObject({ known: true, value: [{ name: 'v1.0.0' }] });
  });
});
