import { describe, expect, it } from 'vitest';
import { AwsFactSource } from '../../../../src/aws/fact-source.ts';
import { CallMeter } from '../../../../src/aws/meter.ts';
import type { Cluster, Estate } from '../../../../src/sandbox/aws/estate.ts';
import { healthyEstate } from '../../../../src/sandbox/worlds/healthy-estate.ts';
import { failPull } from '../../../../src/sandbox/worlds/parts/failed-pull.ts';
import { findAccount, findCluster, findImage } from '../../../../src/sandbox/worlds/parts/find.ts';
import { anImage, anIncident, HOST } from '../../../support/an-incident.ts';
import { identitiesIn } from '../../../support/diagnose-world.ts';
import { readFact } from '../../../support/read-fact.ts';

const incident = anIncident({ image: anImage({ repository: 'my-app' }) });
const learn = (change?: (estate: Estate) => void) => readFact('imagesInUse', incident, change);

/** Changes the one container of the task that runs my-app. */
function rerun(estate: Estate, container: Partial<Cluster['tasks'][number]['containers'][number]>): void {
  const task = findCluster(estate).tasks.find(({ group }) => group === 'service:my-app');
  if (task?.containers[0] === undefined) throw new Error('my-app runs');
  task.containers[0] = { ...task.containers[0], ...container };
}

describe('imagesInUse', () => {
  it('tells what tasks run of the repository, and where it looked', async () => {
    let digest = '';
    const learned = await learn((estate) => {
      ({ digest } = findImage(estate, 'my-app', 'v2.1.0'));
    });
    expect(learned).toEqual({
      known: true,
      value: { images: [{ digest, tag: 'v2.1.0', user: 'my-app' }], gaps: [] },
      evidence: [
        {
          action: 'ecs:DescribeTasks',
          place: { account: '444455556666', region: 'us-east-1' },
          subject: 'prod',
          observed: '1 of 2 tasks with my-app; looked at 1 cluster in 1 account',
          at: expect.any(String),
        },
      ],
    });
  });

  it.each([
    ['a tag and a digest', { image: `${HOST}/my-app:v3@sha256:${'3'.repeat(64)}` }, { tag: 'v3' }],
    ['a digest alone', { image: `${HOST}/my-app@sha256:${'3'.repeat(64)}` }, { tag: null }],
    ['neither', { image: `${HOST}/my-app` }, { tag: 'latest' }],
    [
      'the registry by its dual-stack host',
      { image: '123456789012.dkr-ecr.us-east-1.on.aws/my-app:v3' },
      { tag: 'v3', digest: expect.any(String) },
    ],
  ])('understands an image that is named with %s', async (_how, container, expected) => {
    const learned = await learn((estate) => rerun(estate, container));
    expect(learned).toMatchObject({ value: { images: [expected] } });
  });

  it.each([
    ['another repository', `${HOST}/my-app/worker:v2.1.0`],
    ['another Region', '123456789012.dkr.ecr.eu-west-1.amazonaws.com/my-app:v2.1.0'],
    ['another account', '777788889999.dkr.ecr.us-east-1.amazonaws.com/my-app:v2.1.0'],
    ['another registry', 'docker.io/my-app:v2.1.0'],
  ])('does not count %s', async (_what, image) => {
    const learned = await learn((estate) => rerun(estate, { image }));
    expect(learned).toMatchObject({
      value: { images: [] },
      evidence: [{ subject: 'my-app', observed: 'no task uses it; looked at 1 cluster in 1 account' }],
    });
  });

  it('names a task without a service by its family', async () => {
    const learned = await learn((estate) => {
      for (const task of findCluster(estate).tasks) task.group = 'family:nightly';
    });
    expect(learned).toMatchObject({ value: { images: [{ user: 'my-app' }] } });
  });

  it('does not count what has stopped', async () => {
    const learned = await learn((estate) => failPull(estate, 'my-app', 'CannotPullContainerError: planted'));
    expect(learned).toMatchObject({ known: true, value: { images: [] } });
  });

  it('keeps what it knows where another cluster cannot be seen', async () => {
    const learned = await learn((estate) => {
      const copy = { ...findCluster(estate), clusterName: 'tools' };
      findAccount(estate, '123456789012').ecs['us-east-1'] = { clusters: [copy], taskDefinitions: [] };
      estate.deniedToReader = { '123456789012': ['ecs:ListTasks'] };
    });
    expect(learned).toMatchObject({
      value: {
        images: [{ tag: 'v2.1.0' }],
        gaps: [{ fact: 'imagesInUse', reason: 'denied', action: 'ecs:ListTasks', account: '123456789012' }],
      },
      evidence: [{ observed: '1 of 2 tasks with my-app; looked at 2 clusters in 2 accounts' }],
    });
  });

  it('hands on which places have clusters that could not be listed', async () => {
    const learned = await learn((estate) => {
      estate.deniedToReader = { '444455556666': ['ecs:ListClusters'] };
    });
    expect(learned).toMatchObject({
      value: { images: [], gaps: [{ action: 'ecs:ListClusters' }, { action: 'ecs:ListClusters' }] },
    });
  });

  it('shares one list of clusters with the search for who pulls', async () => {
    const meter = new CallMeter();
    const source = new AwsFactSource(identitiesIn(healthyEstate()), meter);
    const asked = anIncident({ image: anImage({ repository: 'my-app', tag: 'v2.1.0' }), platform: 'ecs' });
    await Promise.all([source.learn('workload', asked), source.learn('imagesInUse', asked)]);
    expect(meter.duplicates).toBe(0);
  });

  it.each([
    ['clusters', 101, 0],
    ['tasks of one cluster', 1, 501],
  ])('gives up on too many %s', async (_what, clusters, tasks) => {
    const learned = await learn((estate) => {
      const ecs = findAccount(estate, '444455556666').ecs['us-east-1'];
      const [cluster] = ecs?.clusters ?? [];
      const [task] = cluster?.tasks ?? [];
      if (ecs === undefined || cluster === undefined || task === undefined) throw new Error('prod runs tasks');
      cluster.tasks = Array.from({ length: tasks }, (_, index) => ({ ...task, id: String(index).padStart(32, '0') }));
      ecs.clusters = Array.from({ length: clusters }, (_, index) => ({ ...cluster, clusterName: `prod-${index}` }));
    });
    const gap = learned.known ? learned.value.gaps[0] : learned.gap;
    expect(gap).toMatchObject({ fact: 'imagesInUse', reason: 'too-much', action: 'ecs:ListTasks' });
  });
});
