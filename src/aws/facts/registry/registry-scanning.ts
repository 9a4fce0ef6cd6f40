import { GetRegistryScanningConfigurationCommand } from '@aws-sdk/client-ecr';
import type { RegistryScanning } from '../../../domain/facts/prevention.ts';
import { AwsTrouble } from '../../errors.ts';
import { defineFact } from '../../reader.ts';
import { registryOf } from '../../registry-place.ts';

export const registryScanning = defineFact({
  name: 'registryScanning',
  actions: ['ecr:GetRegistryScanningConfiguration'],
  async read(reader) {
    const { place } = registryOf(reader);
    const action = 'ecr:GetRegistryScanningConfiguration';
    const { output, says } = await reader.ask(place, action, ({ ecr }) =>
      ecr.send(new GetRegistryScanningConfigurationCommand({})),
    );
    const { scanType: type, rules = [] } = output?.scanningConfiguration ?? {};
    // The call takes no registry: it is about that of the asker, and our identity in a place is one of its account.
    if (type === undefined) throw new AwsTrouble('unavailable', { action, place });
    const value: RegistryScanning = {
      type,
      rules: rules.flatMap(({ scanFrequency, repositoryFilters = [] }) =>
        scanFrequency === undefined
          ? []
          : [{ frequency: scanFrequency, filters: repositoryFilters.flatMap(({ filter }) => filter ?? []) }],
      ),
    };
    return { value, evidence: [says('scanning configuration', describe(value))] };
  },
});

function describe({ type, rules }: RegistryScanning): string {
  const each = rules.map(({ frequency, filters }) => `${frequency} ${filters.join(' ')}`);
  return [type, ...(each.length === 0 ? ['no rules'] : each)].join(', ');
}
