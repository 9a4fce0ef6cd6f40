import { GetAccountSettingCommand, GetRegistryPolicyCommand } from '@aws-sdk/client-ecr';
import type { Place } from '../../../domain/aws.ts';
import type { RegistryPolicyText } from '../../../domain/facts/registry.ts';
import { AwsTrouble } from '../../errors.ts';
import { defineFact, type FactReading, type Reader } from '../../reader.ts';
import { registryOf } from '../../registry-place.ts';

export const registryPolicy = defineFact({
  name: 'registryPolicy',
  actions: ['ecr:GetRegistryPolicy', 'ecr:GetAccountSetting'],
  read: (reader) => readRegistryPolicy(reader, registryOf(reader).place),
});

/** The policy of the registry in one place. */
export async function readRegistryPolicy(reader: Reader, place: Place): Promise<FactReading<'registryPolicy'>> {
  // Neither call takes a registry: they speak of the account that asks.
  const { output, says } = await reader.ask(
    place,
    'ecr:GetRegistryPolicy',
    ({ ecr }) => ecr.send(new GetRegistryPolicyCommand({})),
    ['RegistryPolicyNotFoundException'],
  );
  const subject = `registry ${place.account} ${place.region}`;
  if (output?.policyText === undefined) return { value: null, evidence: [says(subject, 'no registry policy')] };
  const scope = await scopeOf(reader, place);
  return {
    value: { name: 'registry policy', text: output.policyText, scope },
    evidence: [says(subject, `a registry policy, scope ${scope}`)],
  };
}

/** Without its scope the policy can still be judged wherever it does not matter. */
async function scopeOf(reader: Reader, place: Place): Promise<RegistryPolicyText['scope']> {
  try {
    const { output } = await reader.ask(place, 'ecr:GetAccountSetting', ({ ecr }) =>
      ecr.send(new GetAccountSettingCommand({ name: 'REGISTRY_POLICY_SCOPE' })),
    );
    return output?.value === 'V1' || output?.value === 'V2' ? output.value : 'unknown';
  } catch (error) {
    if (error instanceof AwsTrouble) return 'unknown';
    throw error;
  }
}
