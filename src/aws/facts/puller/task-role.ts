import { defineFact } from '../../reader.ts';
import { registryOf } from '../../registry-place.ts';
import { ROLE_ACTIONS, RoleReader } from '../../roles/read-role.ts';

export const taskRole = defineFact({
  name: 'taskRole',
  actions: ROLE_ACTIONS,
  async read(reader) {
    const { taskRole: arn } = await reader.need('workload');
    const pulling = await reader.need('pullerRoles');
    if (arn === null || pulling.some((role) => role.arn === arn)) return { value: null, evidence: [] };
    const known = pulling.flatMap(({ policies }) => policies);
    const { role, evidence } = await new RoleReader(reader, registryOf(reader).place.region, known).read(
      arn,
      'task-role',
    );
    return { value: role, evidence: [evidence] };
  },
});
