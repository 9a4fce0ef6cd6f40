import { describe, expect, it } from 'vitest';
import { grantAnswer } from '../../src/checks/lacking-grant.ts';
import type { AccessLack } from '../../src/domain/access-lack.ts';
import type { AccessFact, ActionAccess } from '../../src/domain/access.ts';
import { type Platform, PLATFORMS } from '../../src/domain/incident.ts';
import { aLack, anAccess, aNearMiss } from '../support/facts.ts';
import { anIncident } from '../support/an-incident.ts';

const MANIFEST = 'ecr:BatchGetImage';
const LAYERS = 'ecr:GetDownloadUrlForLayer';

const denied = (action: ActionAccess['action'], lack: Partial<AccessLack> = {}): Partial<ActionAccess> => ({
  action,
  outcome: 'denied',
  layer: 'identity-based',
  lack: aLack(lack),
});

function told(access: AccessFact, platform: Platform = 'ecs', action: string = MANIFEST) {
  const { principal } = access;
  const resource = access.actions[0]?.resource ?? '';
  const data = { principal: principal ?? '', action, resource };
  return grantAnswer(access, { answer: 'no-statement', data }, anIncident({ platform }));
}

const FOR_TASKS: ReadonlySet<Platform> = new Set(['ecs', 'batch', 'unknown']);

it.each(PLATFORMS)('on %s names the managed policies that fit', (platform) => {
  const managed = told(anAccess(denied(MANIFEST)), platform)?.data?.['managed'];
  expect(managed).toContain('`AmazonEC2ContainerRegistryPullOnly`');
  expect(managed?.includes('AmazonECSTaskExecutionRolePolicy')).toBe(FOR_TASKS.has(platform));
});

describe('the denied action that the answer is about', () => {
  const elsewhere = { nearly: [aNearMiss({ resources: ['arn:elsewhere'] })] };

  it('is the one that was named, not the first', () => {
    const access = anAccess(denied(MANIFEST), denied(LAYERS, elsewhere));
    expect(told(access, 'ecs', LAYERS)).toMatchObject({
      answer: 'other-resource',
      data: { resources: 'arn:elsewhere' },
    });
    expect(told(access)).toMatchObject({ answer: 'consumer-side' });
  });

  it('is never one that is allowed', () => {
    expect(told(anAccess({ action: MANIFEST }, denied(LAYERS)))).toBeNull();
  });
});

describe('the statement that was meant to allow', () => {
  it('is the first of the layer that denies', () => {
    const nearly = [
      aNearMiss({ layer: 'resource-based', name: 'of the repository' }),
      aNearMiss({ name: 'the first' }),
      aNearMiss({ name: 'the second' }),
    ];
    expect(told(anAccess(denied(MANIFEST, { nearly })))?.data).toMatchObject({ statement: 'the first' });
  });
});

describe('a repository that does not name who asks', () => {
  const silent: Partial<AccessLack> = {
    layers: ['resource-based'],
    documents: [{ layer: 'resource-based', name: 'repository policy' }],
  };
  const ofRepository = (lack: Partial<AccessLack>, principal?: string): AccessFact => ({
    ...anAccess({ ...denied(MANIFEST, { ...silent, ...lack }), layer: 'resource-based' }),
    ...(principal !== undefined && { principal }),
  });

  it.each([
    ['arn:aws:iam::444455556666:role/exec', 'the role or account 444455556666'],
    ['lambda.amazonaws.com', '`lambda.amazonaws.com`'],
  ])('calls %s %s', (principal, whom) => {
    expect(told(ofRepository({}, principal))).toMatchObject({ answer: 'action-not-granted', data: { whom } });
  });

  it('says the first of the ids that nobody has any more', () => {
    const nearly = [
      aNearMiss({ layer: 'resource-based', fails: ['principal'], principals: ['arn:x', 'AROAONE', 'AIDATWO'] }),
    ];
    expect(told(ofRepository({ nearly }))).toMatchObject({ answer: 'deleted-role', data: { former: 'AROAONE' } });
  });
});

it('says nothing of another layer', () => {
  expect(told(anAccess(denied(MANIFEST, { layers: ['service control'] })))).toBeNull();
});

it('counts among what is allowed what only another layer denies', () => {
  const access = anAccess(denied(MANIFEST), denied(LAYERS, { layers: ['resource-based'] }));
  expect(told(access)).toMatchObject({ answer: 'incomplete-policy', data: { allowed: LAYERS } });
});
