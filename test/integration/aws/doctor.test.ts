import { GetRolePolicyCommand, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { describe, expect, it } from 'vitest';
import { cloudFormation } from '../../../scripts/iam/cloudformation.ts';
import { fixPolicy, type Policy, readPolicy } from '../../../scripts/iam/policies.ts';
import { checkUp } from '../../../src/aws/doctor/check-up.ts';
import type { Action } from '../../../src/domain/aws.ts';
import type { AccountCheckup } from '../../../src/domain/checkup.ts';
import { anAccount, HOME, openIdentities, ownerOf, REGION, roleIn } from './accounts.ts';
import { becomeUser, SELF } from './become-user.ts';
import { MOTO_ENVIRONMENT, useMoto } from './moto.ts';

useMoto();

/** Creates the roles as docs/configuration.md says: a stack of the generated template. */
async function createStack(parameters: Readonly<Record<string, string>>): Promise<void> {
  const form = new URLSearchParams({
    Action: 'CreateStack',
    StackName: 'ecr-why-roles',
    TemplateBody: cloudFormation(),
  });
  for (const [index, [key, value]] of Object.entries(parameters).entries()) {
    form.set(`Parameters.member.${index + 1}.ParameterKey`, key);
    form.set(`Parameters.member.${index + 1}.ParameterValue`, value);
  }
  const scope = `${MOTO_ENVIRONMENT.AWS_ACCESS_KEY_ID}/20260101/${REGION}/cloudformation/aws4_request`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=none`;
  const answer = await fetch(MOTO_ENVIRONMENT.AWS_ENDPOINT_URL, {
    method: 'POST',
    body: form,
    headers: { authorization },
  });
  if (!answer.ok) throw new Error(`moto answered ${answer.status} to CreateStack: ${await answer.text()}`);
}

/** The policy of a role as the stack made it. moto writes it down in Python; it is put back as JSON, so that moto can judge by it. */
async function mendPolicy(RoleName: string): Promise<Policy> {
  const { iam } = ownerOf(HOME);
  const named = { RoleName, PolicyName: 'ecr-why' };
  const { PolicyDocument = '' } = await iam.send(new GetRolePolicyCommand(named));
  const document = decodeURIComponent(PolicyDocument).replaceAll("'", '"');
  await iam.send(new PutRolePolicyCommand({ ...named, PolicyDocument: document }));
  return JSON.parse(document);
}

/** moto judges the trust of a role only where role and user are of one account, and each call as one on `*`. */
async function checkUpHome(actions: readonly Action[], externalId = 'integration'): Promise<AccountCheckup> {
  const identities = openIdentities([anAccount({ id: HOME, externalId })]);
  const { self, accounts } = await checkUp(identities, { actions });
  expect(self).toBe(SELF);
  const [home] = accounts;
  if (home === undefined) throw new Error('our own account was not looked at');
  return home;
}

const ON_EVERYTHING: readonly Action[] = [
  'ec2:DescribeSubnets',
  'ec2:DescribeRouteTables',
  'ec2:DescribeSecurityGroups',
];
const SCOPE = { partition: 'aws', account: HOME };
const PARAMETERS = { BotPrincipal: SELF, ExternalId: 'integration' };

describe('the roles of the CloudFormation template', () => {
  it('have the policies of the code', async () => {
    await createStack(PARAMETERS);
    expect(await mendPolicy('EcrWhyRead')).toEqual(readPolicy(SCOPE));
    expect(await mendPolicy('EcrWhyFix')).toEqual(fixPolicy(SCOPE));
  });

  it('let us in, as far as their policy goes', async () => {
    await createStack(PARAMETERS);
    await mendPolicy('EcrWhyRead');
    await becomeUser();
    const { allowed, troubles } = await checkUpHome([...ON_EVERYTHING, 'iam:GetRole']);
    expect(allowed).toEqual(ON_EVERYTHING);
    // moto opens to whoever names no external id, and finds no statement for a role when it asks about `*`.
    const told = troubles.filter(({ kind }) => kind !== 'external-id-not-asked');
    expect(told).toMatchObject([{ kind: 'denied', action: 'iam:GetRole', role: roleIn(HOME, 'EcrWhyRead') }]);
  });

  it('stay shut to another external id', async () => {
    await createStack(PARAMETERS);
    await becomeUser();
    const { allowed, troubles } = await checkUpHome(ON_EVERYTHING, 'somebody-else');
    expect(allowed).toEqual([]);
    expect(troubles).toMatchObject(
      ['EcrWhyRead', 'EcrWhyFix'].map((name) => ({ kind: 'role-shut', role: roleIn(HOME, name) })),
    );
  });

  it('are only one where no fixing role is wanted', async () => {
    await createStack({ ...PARAMETERS, FixRoleName: '' });
    await mendPolicy('EcrWhyRead');
    await expect(mendPolicy('EcrWhyFix')).rejects.toMatchObject({ name: 'NoSuchEntityException' });
  });
});
