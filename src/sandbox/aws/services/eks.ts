import type { EksCluster } from '../estate.ts';
import { type PageShape, pageOf } from '../page.ts';
import { AwsFault } from '../wire/faults.ts';
import { textOf } from '../wire/input.ts';
import { REST_REFUSALS, restJsonProtocol } from '../wire/rest-json.ts';
import type { Call, Operation, Service } from './operation.ts';
import { workloadsOf } from './workloads-of.ts';

/** (EKS API reference, ListNodegroups.) */
const PAGE: PageShape = {
  limit: 'maxResults',
  token: 'nextToken',
  usual: 100,
  most: 100,
  badToken: () => new AwsFault('InvalidParameterException', 'The token is not valid.'),
};

const describeCluster: Operation = {
  wishes: (call, action) => [
    { action, resource: eksArn(call, `cluster/${clusterIn(call)}`), owner: call.caller.account },
  ],
  answer(call) {
    const { name, createdAt, securityGroup, subnetIds, autoModeRole } = findCluster(call);
    return {
      cluster: {
        name,
        arn: eksArn(call, `cluster/${name}`),
        createdAt,
        status: 'ACTIVE',
        resourcesVpcConfig: { subnetIds, clusterSecurityGroupId: securityGroup, vpcId: vpcOf(call, subnetIds) },
        ...(autoModeRole !== undefined && {
          computeConfig: { enabled: true, nodePools: ['general-purpose'], nodeRoleArn: autoModeRole },
        }),
      },
    };
  },
};

const listNodegroups: Operation = {
  wishes: (call, action) => [
    { action, resource: eksArn(call, `cluster/${clusterIn(call)}`), owner: call.caller.account },
  ],
  answer(call) {
    const names = findCluster(call).nodegroups.map(({ name }) => name);
    const { page, nextToken } = pageOf(names, call.input, PAGE);
    return { nodegroups: page, nextToken };
  },
};

const describeNodegroup: Operation = {
  wishes: (call, action) => [
    {
      action,
      resource: eksArn(call, `nodegroup/${clusterIn(call)}/${nameIn(call, 'nodegroupName')}/0`),
      owner: call.caller.account,
    },
  ],
  answer(call) {
    const cluster = findCluster(call);
    const group = cluster.nodegroups.find(({ name }) => name === nameIn(call, 'nodegroupName'));
    if (group === undefined) throw notFound('No node group found for name', nameIn(call, 'nodegroupName'));
    const { name, nodeRole, subnets, amiType, hasLaunchTemplate = false } = group;
    return {
      nodegroup: {
        nodegroupName: name,
        clusterName: cluster.name,
        status: 'ACTIVE',
        nodeRole,
        subnets,
        amiType,
        ...(hasLaunchTemplate && { launchTemplate: { name, version: '1' } }),
      },
    };
  },
};

const listFargateProfiles: Operation = {
  wishes: (call, action) => [
    { action, resource: eksArn(call, `cluster/${clusterIn(call)}`), owner: call.caller.account },
  ],
  answer(call) {
    const names = findCluster(call).fargateProfiles.map(({ name }) => name);
    const { page, nextToken } = pageOf(names, call.input, PAGE);
    return { fargateProfileNames: page, nextToken };
  },
};

const describeFargateProfile: Operation = {
  wishes: (call, action) => [
    { action, resource: profileArn(call, nameIn(call, 'fargateProfileName')), owner: call.caller.account },
  ],
  answer(call) {
    const cluster = findCluster(call);
    const profile = cluster.fargateProfiles.find(({ name }) => name === nameIn(call, 'fargateProfileName'));
    if (profile === undefined) throw notFound('No Fargate Profile found with name', nameIn(call, 'fargateProfileName'));
    const { name, podExecutionRole, subnets, selectors } = profile;
    return {
      fargateProfile: {
        fargateProfileName: name,
        fargateProfileArn: profileArn(call, name),
        clusterName: cluster.name,
        status: 'ACTIVE',
        podExecutionRoleArn: podExecutionRole,
        subnets,
        selectors,
      },
    };
  },
};

export const eks: Service = {
  protocol: restJsonProtocol(
    [
      ['GET /clusters/{clusterName}', 'DescribeCluster'],
      ['GET /clusters/{clusterName}/node-groups', 'ListNodegroups'],
      ['GET /clusters/{clusterName}/node-groups/{nodegroupName}', 'DescribeNodegroup'],
      ['GET /clusters/{clusterName}/fargate-profiles', 'ListFargateProfiles'],
      ['GET /clusters/{clusterName}/fargate-profiles/{fargateProfileName}', 'DescribeFargateProfile'],
    ],
    REST_REFUSALS,
  ),
  isGlobal: false,
  operations: {
    DescribeCluster: describeCluster,
    ListNodegroups: listNodegroups,
    DescribeNodegroup: describeNodegroup,
    ListFargateProfiles: listFargateProfiles,
    DescribeFargateProfile: describeFargateProfile,
  },
};

const nameIn = ({ input }: Call, parameter: string): string => textOf(input, parameter) ?? '';

const clusterIn = (call: Call): string => nameIn(call, 'clusterName');

const eksArn = ({ region, caller }: Call, rest: string): string => `arn:aws:eks:${region}:${caller.account}:${rest}`;

/** The last part is an id that EKS makes up. */
const profileArn = (call: Call, name: string): string => eksArn(call, `fargateprofile/${clusterIn(call)}/${name}/0`);

/** @throws AwsFault `ResourceNotFoundException` */
function findCluster(call: Call): EksCluster {
  const cluster = workloadsOf(call).eksClusters?.find(({ name }) => name === clusterIn(call));
  if (cluster === undefined) throw notFound('No cluster found for name:', clusterIn(call));
  return cluster;
}

function notFound(what: string, name: string): AwsFault {
  return new AwsFault('ResourceNotFoundException', `${what} ${name}.`, 404);
}

function vpcOf({ estate, caller, region }: Call, subnetIds: readonly string[]): string | undefined {
  const network = estate.accounts.find(({ id }) => id === caller.account)?.networks[region];
  return network?.subnets.find(({ subnetId }) => subnetIds.includes(subnetId))?.vpcId;
}
