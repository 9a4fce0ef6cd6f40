import type { PullingRole } from '../../../domain/puller.ts';
import { AwsTrouble } from '../../errors.ts';
import { isPulledByService } from '../../puller/unnamed-puller.ts';
import { defineFact, type Reader } from '../../reader.ts';
import { registryOf } from '../../registry-place.ts';
import { roleArnOf } from '../../role-arn.ts';
import { ROLE_ACTIONS, RoleReader } from '../../roles/read-role.ts';

export const pullerRoles = defineFact({
  name: 'pullerRoles',
  actions: ROLE_ACTIONS,
  async read(reader) {
    const refs = await rolesThatPull(reader);
    const roles = new RoleReader(reader, registryOf(reader).place.region);
    const read = await Promise.all(refs.map(({ arn, source }) => roles.read(arn, source)));
    return { value: read.map(({ role }) => role), evidence: read.map(({ evidence }) => evidence) };
  },
});

/** Who was denied has asked, whatever anybody else says; then a person is believed, then what AWS says of the workload. */
async function rolesThatPull(reader: Reader): Promise<readonly PullingRole[]> {
  const { incident } = reader;
  const { denial, workload: named } = incident;
  if (isPulledByService(incident)) return (await reader.need('puller')).roles;
  if (denial !== null) {
    const arn = roleArnOf(denial.principal);
    if (arn === null) throw new AwsTrouble('puller-is-no-role', {});
    return [{ arn, source: 'named-by-message' }];
  }
  if (named?.kind === 'role') return [{ arn: named.role, source: 'named-by-person' }];
  return (await reader.need('puller')).roles;
}
