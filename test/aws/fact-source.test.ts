import { describe, expect, it } from 'vitest';
import { AwsFactSource } from '../../src/aws/fact-source.ts';
import { CallMeter } from '../../src/aws/meter.ts';
import { healthyEstate } from '../../src/sandbox/worlds/healthy-estate.ts';
import { anImage, anIncident } from '../support/an-incident.ts';
import { identitiesIn } from '../support/diagnose-world.ts';
import { readFact } from '../support/read-fact.ts';

const incident = anIncident({ image: anImage({ repository: 'my-app' }) });

describe('AwsFactSource', () => {
  it('reads each fact once, however many ask at once', async () => {
    const meter = new CallMeter();
    const source = new AwsFactSource(identitiesIn(healthyEstate()), meter);
    await Promise.all([
      source.learn('repository', incident),
      source.learn('repository', incident),
      source.learn('repositoryManager', incident),
    ]);
    expect(meter.calls).toBe(2);
    expect(meter.duplicates).toBe(0);
  });

  it('says which role lacks which action', async () => {
    const learned = await readFact('image', incident, (estate) => {
      estate.deniedToReader = { '123456789012': ['ecr:DescribeImages'] };
    });
    expect(learned).toEqual({
      known: false,
      gap: {
        fact: 'image',
        reason: 'denied',
        action: 'ecr:DescribeImages',
        account: '123456789012',
        region: 'us-east-1',
        role: 'arn:aws:iam::123456789012:role/EcrWhyRead',
        resources: ['arn:aws:ecr:*:123456789012:repository/*'],
        self: null,
      },
    });
  });

  it('gives a gap in what a fact builds on under its own name', async () => {
    const learned = await readFact('repositoryManager', incident, (estate) => {
      estate.deniedToReader = { '123456789012': ['ecr:DescribeRepositories'] };
    });
    expect(learned).toMatchObject({
      known: false,
      gap: { fact: 'repositoryManager', reason: 'denied', action: 'ecr:DescribeRepositories' },
    });
  });

  it('says that throttling is throttling', async () => {
    const learned = await readFact('repository', incident, (estate) => {
      estate.throttled = ['ecr:DescribeRepositories'];
    });
    expect(learned).toMatchObject({ known: false, gap: { reason: 'throttled' } });
  });

  it('calls no role shut because STS is throttled', async () => {
    const learned = await readFact('repository', incident, (estate) => {
      estate.throttled = ['sts:AssumeRole'];
    });
    expect(learned).toMatchObject({ known: false, gap: { reason: 'throttled', action: 'sts:AssumeRole' } });
  });

  it('does not remember a refusal, which somebody may be mending', async () => {
    const estate = healthyEstate();
    const identities = identitiesIn(estate);
    estate.throttled = ['sts:AssumeRole'];
    const refused = await new AwsFactSource(identities, new CallMeter()).learn('repository', incident);
    expect(refused).toMatchObject({ known: false });
    estate.throttled = [];
    const mended = await new AwsFactSource(identities, new CallMeter()).learn('repository', incident);
    expect(mended).toMatchObject({ known: true });
  });

  it('says that an account is not configured', async () => {
    const image = {
      ...anImage(),
      registry: {
        kind: 'ecr',
        host: '777788889999.dkr.ecr.us-east-1.amazonaws.com',
        account: '777788889999',
        region: 'us-east-1',
      },
    } as const;
    expect(await readFact('repository', anIncident({ image }))).toMatchObject({
      known: false,
      gap: { reason: 'account-not-configured', account: '777788889999' },
    });
  });

  it('names the role that does not let us in, and whom it would have to trust', async () => {
    const learned = await readFact('repository', incident, (estate) => {
      const role = estate.accounts
        .find(({ id }) => id === '123456789012')
        ?.roles.find(({ name }) => name === 'EcrWhyRead');
      if (role !== undefined) role.trustPolicy = '{"Version":"2012-10-17","Statement":[]}';
    });
    expect(learned).toMatchObject({
      known: false,
      gap: {
        reason: 'role-not-assumable',
        action: 'sts:AssumeRole',
        role: 'arn:aws:iam::123456789012:role/EcrWhyRead',
        self: expect.stringContaining('ecr-why'),
      },
    });
  });
});
