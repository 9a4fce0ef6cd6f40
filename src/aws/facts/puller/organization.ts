import { DescribeOrganizationCommand } from '@aws-sdk/client-organizations';
import type { Place } from '../../../domain/aws.ts';
import { AwsTrouble } from '../../errors.ts';
import { defineFact, type FactReading, type Reader } from '../../reader.ts';
import { registryOf } from '../../registry-place.ts';

const ACTION = 'organizations:DescribeOrganization';

/** Asked in the account of those who pull, as any account may; where we may not ask, ecr-why.yml is believed. */
export const organization = defineFact({
  name: 'organization',
  actions: [ACTION],
  async read(reader) {
    const roles = await reader.need('pullerRoles');
    const [account, ...others] = [...new Set(roles.map((role) => role.account))];
    if (account === undefined) return { value: null, evidence: [] };
    if (others.length > 0) throw new AwsTrouble('several-pullers', {});
    try {
      return await describe(reader, { account, region: registryOf(reader).place.region });
    } catch (error) {
      const said = reader.identities.account(account)?.organization;
      if (said === undefined || !(error instanceof AwsTrouble)) throw error;
      return { value: said, evidence: [] };
    }
  },
});

/** @param place Organizations is global; its endpoint is the same for any Region of a partition. */
async function describe(reader: Reader, place: Place): Promise<FactReading<'organization'>> {
  const { output, says } = await reader.ask(
    place,
    ACTION,
    ({ organizations }) => organizations.send(new DescribeOrganizationCommand({})),
    ['AWSOrganizationsNotInUseException'],
  );
  const { Id: id, MasterAccountId: manager } = output?.Organization ?? {};
  const subject = `account ${place.account}`;
  if (id === undefined) return { value: null, evidence: [says(subject, 'in no organization')] };
  return { value: id, evidence: [says(subject, `in organization ${id}, which account ${manager} manages`)] };
}
