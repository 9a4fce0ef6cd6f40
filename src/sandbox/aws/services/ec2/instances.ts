import type { Instance } from '../../estate.ts';
import { describeOperation } from './listing.ts';

export const describeInstances = describeOperation<Instance>({
  set: 'reservationSet',
  entries: ({ instances = [] }) => instances,
  id: ({ instanceId }) => instanceId,
  idParameter: 'InstanceId',
  notFound: ['InvalidInstanceID.NotFound', 'instance ID'],
  filters: {
    'instance-id': ({ instanceId }) => [instanceId],
    'instance-state-name': ({ state }) => [state],
    'private-dns-name': ({ privateDnsName }) => [privateDnsName],
    'private-ip-address': ({ privateIpAddress }) => [privateIpAddress],
    'subnet-id': ({ subnetId }) => [subnetId],
    'vpc-id': ({ vpcId }) => [vpcId],
    'tag-key': ({ tags }) => Object.keys(tags),
  },
  tags: ({ tags }) => tags,
  // Every instance is a reservation of its own here.
  show: (instance, { caller }) => ({
    reservationId: instance.instanceId.replace('i-', 'r-'),
    ownerId: caller.account,
    instancesSet: [describe(instance)],
  }),
});

/** A machine that is gone has no interface any more, and no address. */
function describe(instance: Instance): object {
  const { instanceId, state, architecture, instanceProfile, tags } = instance;
  const tagSet = Object.entries(tags).map(([key, value]) => ({ key, value }));
  const own = { instanceId, instanceState: { name: state }, architecture, tagSet, networkInterfaceSet: [] };
  if (state === 'terminated') return own;
  const { vpcId, subnetId, privateIpAddress, privateDnsName, publicIp, securityGroupIds } = instance;
  const groupSet = securityGroupIds.map((groupId) => ({ groupId }));
  return {
    ...own,
    vpcId,
    subnetId,
    privateIpAddress,
    privateDnsName,
    groupSet,
    ...(instanceProfile !== undefined && { iamInstanceProfile: { arn: instanceProfile } }),
    networkInterfaceSet: [
      {
        networkInterfaceId: instanceId.replace('i-', 'eni-'),
        vpcId,
        subnetId,
        privateIpAddress,
        groupSet,
        attachment: { deviceIndex: 0, networkCardIndex: 0 },
        ...(publicIp !== undefined && { association: { publicIp, ipOwnerId: 'amazon' } }),
      },
    ],
  };
}
