import { describe, expect, it } from 'vitest';
import { AwsFactSource } from '../../../../src/aws/fact-source.ts';
import { Identities } from '../../../../src/aws/identities.ts';
import { CallMeter } from '../../../../src/aws/meter.ts';
import type { ConfiguredAccount } from '../../../../src/domain/account.ts';
import { SANDBOX_ACCOUNTS, selfCredentials } from '../../../../src/sandbox/accounts.ts';
import { worldHandler } from '../../../../src/sandbox/aws/handler.ts';
import { healthyEstate } from '../../../../src/sandbox/worlds/healthy-estate.ts';
import { removeRepository } from '../../../../src/sandbox/worlds/parts/find.ts';
import { anImage, anIncident } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';

const asked = anIncident({ image: anImage({ repository: 'shop/api' }) });
const unheardOf = anIncident({ image: anImage({ repository: 'nobody/knows' }) });

it('finds the other configured places that have the name', async () => {
  const learned = await readFact('repositoryElsewhere', asked, (estate) => removeRepository(estate, 'shop/api'));
  expect(learned).toMatchObject({ known: true, value: [{ account: '123456789012', region: 'eu-west-1' }] });
});

it('finds nothing where nothing is', async () => {
  expect(await readFact('repositoryElsewhere', unheardOf)).toMatchObject({ known: true, value: [] });
});

it('passes over a place that it may not see, when another has the name', async () => {
  const learned = await readFact('repositoryElsewhere', asked, (estate) => {
    estate.deniedToReader = { '444455556666': ['ecr:DescribeRepositories'] };
  });
  expect(learned).toMatchObject({ known: true, value: [{ account: '123456789012', region: 'eu-west-1' }] });
});

it('does not say that there is none while a place could not be asked', async () => {
  const learned = await readFact('repositoryElsewhere', unheardOf, (estate) => {
    estate.deniedToReader = { '444455556666': ['ecr:DescribeRepositories'] };
  });
  expect(learned).toMatchObject({ known: false, gap: { reason: 'denied', account: '444455556666' } });
});

describe('more places than one look around takes', () => {
  const regions = ['us-east-1', 'eu-west-1', ...Array.from({ length: 20 }, (_, number) => `eu-north-${number}`)];
  const accounts = SANDBOX_ACCOUNTS.map((account): ConfiguredAccount => ({ ...account, regions }));

  function look(incident: typeof asked) {
    const estate = healthyEstate();
    for (const account of estate.accounts) account.regions = regions;
    const identities = new Identities({
      accounts,
      homeRegion: 'us-east-1',
      maxAttempts: 1,
      credentials: selfCredentials(estate),
      requestHandler: worldHandler(() => estate),
    });
    return new AwsFactSource(identities, new CallMeter()).learn('repositoryElsewhere', incident);
  }

  it('are a gap when none of the first has it', async () => {
    expect(await look(unheardOf)).toMatchObject({
      known: false,
      gap: { reason: 'too-much', action: 'ecr:DescribeRepositories' },
    });
  });

  it('do not matter when one of the first has it', async () => {
    expect(await look(asked)).toMatchObject({ known: true, value: [{ region: 'eu-west-1' }] });
  });
});
