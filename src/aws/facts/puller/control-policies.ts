import type { AccountId } from '../../../domain/aws.ts';
import type { Evidence } from '../../../domain/evidence.ts';
import type { Controls } from '../../../domain/facts/organization.ts';
import { AwsTrouble, gapOf } from '../../errors.ts';
import { type ControlType, ORGANIZATION_ACTIONS, OrganizationReader } from '../../organization/organization-reader.ts';
import { defineFact } from '../../reader.ts';
import { registryOf } from '../../registry-place.ts';

interface Reading {
  readonly controls: Controls;
  readonly evidence: readonly Evidence[];
}

const NOT_ASKED: Reading = { controls: 'not-asked', evidence: [] };

/**
 * Service control policies over those who pull, and resource control policies over the registry: through the accounts
 * that ecr-why.yml says may read an organization. Where none may, nothing is asked.
 */
export const controlPolicies = defineFact({
  name: 'controlPolicies',
  actions: ORGANIZATION_ACTIONS,
  async read(reader) {
    const { place } = registryOf(reader);
    const organizations = reader.identities.accounts
      .filter(({ readsOrganization }) => readsOrganization === true)
      .map(({ id }) => new OrganizationReader(reader, { account: id, region: place.region }));
    if (organizations.length === 0) return { value: { service: 'not-asked', resource: 'not-asked' }, evidence: [] };
    const roles = await reader.learn('pullerRoles');
    const puller = roles.known ? roles.value[0]?.account : undefined;
    const [service, resource] = await Promise.all([
      puller === undefined ? NOT_ASKED : controlsOver(puller, 'SERVICE_CONTROL_POLICY', organizations),
      controlsOver(place.account, 'RESOURCE_CONTROL_POLICY', organizations),
    ]);
    return {
      value: { service: service.controls, resource: resource.controls },
      evidence: [...service.evidence, ...resource.evidence],
    };
  },
});

/** The organization that has the account answers; that another could not be asked counts only when none does. */
async function controlsOver(
  account: AccountId,
  type: ControlType,
  organizations: readonly OrganizationReader[],
): Promise<Reading> {
  const answers = await Promise.allSettled(organizations.map((each) => each.controlsOver(account, type)));
  const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? (answer.value ?? []) : []))[0];
  if (found !== undefined) return found;
  const failure: unknown = answers.find((answer) => answer.status === 'rejected')?.reason;
  if (failure === undefined) return NOT_ASKED;
  if (!(failure instanceof AwsTrouble)) throw failure;
  return { controls: { account, gap: gapOf('controlPolicies', failure) }, evidence: [] };
}
