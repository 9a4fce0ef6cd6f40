import { type AccessFact, allWhoMayAsk } from '../../../domain/access.ts';
import type { EcrIncident } from '../../../domain/check.ts';
import type { Learned } from '../../../domain/facts.ts';
import type { NetworkEstate } from '../../../domain/network-estate.ts';
import type { LegPathFact, PullLeg } from '../../../domain/network-path.ts';
import type { Circumstances } from './circumstances.ts';
import { hangsOnTags, learnTags } from './learn-tags.ts';
import { traceNetworkPaths } from '../network/network-paths.ts';
import { learnPullWay } from '../network/pull-way.ts';

/** Of a request through an endpoint, and of every other. (IAM user guide, "AWS global condition context keys".) */
const ENDPOINT_KEYS = ['aws:SourceVpce', 'aws:SourceVpc', 'aws:VpcSourceIp'];
const WAY_KEYS: ReadonlySet<string> = new Set([...ENDPOINT_KEYS, 'aws:SourceIp'].map((key) => key.toLowerCase()));

const ORGANIZATION_KEY = 'aws:principalorgid';

type Learn = <Name extends 'network' | 'organization' | 'puller' | 'pullerRoles' | 'repositoryTags' | 'workload'>(
  name: Name,
) => Promise<Learned<Name>>;

/** What a decision hangs on and can be learned; nothing else is asked. `null`: nothing more is known. */
export async function learnCircumstances(
  undecided: AccessFact,
  leg: PullLeg,
  learn: Learn,
  incident: EcrIncident,
): Promise<Circumstances | null> {
  const keys = keysBehind(undecided);
  const learned = await Promise.all([
    keys.some((key) => WAY_KEYS.has(key)) ? learnWay(leg, learn, incident) : null,
    keys.includes(ORGANIZATION_KEY) ? learnOrganization(learn) : null,
    hangsOnTags(undecided) ? learnTags(leg, learn) : null,
  ]);
  const known = learned.filter((each) => each !== null);
  return known.length === 0 ? null : together(known);
}

function together(known: readonly Circumstances[]): Circumstances {
  return {
    context: Object.fromEntries(known.flatMap(({ context }) => Object.entries(context))),
    absentKeys: known.flatMap(({ absentKeys }) => absentKeys),
  };
}

async function learnOrganization(learn: Learn): Promise<Circumstances | null> {
  const organization = await learn('organization');
  if (!organization.known) return null;
  // The key comes only with principals of an organization. (IAM user guide, "aws:PrincipalOrgID".)
  if (organization.value === null) return { context: {}, absentKeys: ['aws:PrincipalOrgID', 'aws:PrincipalOrgPaths'] };
  return { context: { 'aws:PrincipalOrgID': organization.value }, absentKeys: [] };
}

/** What was learned of the organization, or the gap behind what stays open; nothing where no decision hangs on it. */
export async function organizationBehind(
  undecided: AccessFact,
  learn: (name: 'organization') => Promise<Learned<'organization'>>,
): Promise<readonly Learned<'organization'>[]> {
  return keysBehind(undecided).includes(ORGANIZATION_KEY) ? [await learn('organization')] : [];
}

/** What the way of a connection says of its requests. */
async function learnWay(leg: PullLeg, learn: Learn, incident: EcrIncident): Promise<Circumstances | null> {
  if (leg === 'token' && (await isOnFargate(learn))) return FARGATE_TOKEN;
  const [network, way] = await Promise.all([learn('network'), learnPullWay(learn)]);
  if (!network.known || !way.known) return null;
  const { estates } = network.value;
  const each = traceNetworkPaths(estates, way.value, incident).map(({ subnet, legs }) =>
    alongWay(
      legs.find((path) => path.leg === leg),
      estates.find(({ source }) => source.subnet === subnet),
    ),
  );
  const [first, ...others] = [...new Map(each.map((found) => [JSON.stringify(found), found])).values()];
  // Where it goes out of several subnets in several ways, what holds for one says nothing of the others.
  return first === undefined || others.length > 0 ? null : first;
}

/** A token comes to Fargate out of a network of AWS's own, whatever the task's is. (ECS developer guide, task execution IAM role.) */
const FARGATE_TOKEN: Circumstances = { context: {}, absentKeys: ['aws:SourceVpce', 'aws:SourceVpc'] };

async function isOnFargate(learn: Learn): Promise<boolean> {
  const puller = await learn('puller');
  if (!puller.known || puller.value.kind !== 'fargate-task') return false;
  const workload = await learn('workload');
  return workload.known && workload.value.launchType === 'FARGATE';
}

function keysBehind(access: AccessFact): readonly string[] {
  return allWhoMayAsk(access)
    .flatMap(({ actions }) => actions)
    .flatMap(({ lack }) => lack?.missingKeys ?? [])
    .map((key) => key.toLowerCase());
}

/** Only of a way that is known to its end can it be said what does not come with it. */
function alongWay(path: LegPathFact | undefined, estate: NetworkEstate | undefined): Circumstances | null {
  if (path?.verdict !== 'reachable' || estate === undefined) return null;
  if (path.via === 'nat-gateway' || path.via === 'internet-gateway') return { context: {}, absentKeys: ENDPOINT_KEYS };
  if (path.via !== 'interface-endpoint') return null;
  const endpoint = path.hops.find(({ kind, verdict }) => kind === 'endpoint' && verdict === 'open')?.subject;
  if (endpoint === undefined) return null;
  // The VPC is the endpoint's, wherever the request came from. (IAM user guide, "aws:SourceVpc".)
  const elsewhere = path.hops.find(({ reason }) => reason === 'endpoint-in-other-vpc')?.detail['vpc'];
  return {
    context: { 'aws:SourceVpce': endpoint, 'aws:SourceVpc': elsewhere ?? estate.vpc.id },
    absentKeys: ['aws:SourceIp'],
  };
}
