import type { Incident } from '../../../domain/incident.ts';
import { appRunnerPuller } from '../../puller/apprunner-puller.ts';
import { batchPuller } from '../../puller/batch-puller.ts';
import { buildPuller } from '../../puller/build-puller.ts';
import { ecsPuller } from '../../puller/ecs-puller.ts';
import { eksPuller } from '../../puller/eks/eks-puller.ts';
import { lambdaPuller } from '../../puller/lambda-puller.ts';
import { nodePuller } from '../../puller/eks/node-puller.ts';
import { isPulledByService, unnamedPuller } from '../../puller/unnamed-puller.ts';
import { defineFact, type FactReading, type Reader } from '../../reader.ts';

export const puller = defineFact({
  name: 'puller',
  actions: [
    'ecs:DescribeCapacityProviders',
    'ecs:ListContainerInstances',
    'ecs:DescribeContainerInstances',
    'ec2:DescribeInstances',
    'iam:GetInstanceProfile',
    'eks:DescribeCluster',
    'eks:ListNodegroups',
    'eks:DescribeNodegroup',
    'eks:ListFargateProfiles',
    'eks:DescribeFargateProfile',
    'lambda:GetFunction',
    'batch:DescribeJobs',
    'batch:DescribeJobQueues',
    'batch:DescribeComputeEnvironments',
    'codebuild:BatchGetProjects',
    'apprunner:DescribeService',
  ],
  async read(reader) {
    const { incident } = reader;
    const { workload: ref } = incident;
    switch (ref?.kind) {
      case 'lambda-function':
        return lambdaPuller(reader, ref);
      case 'batch-job':
        return batchPuller(reader, ref);
      case 'build-project':
        return buildPuller(reader, ref);
      case 'apprunner-service':
        return appRunnerPuller(reader, ref);
      case 'kubernetes-pod':
        return eksPuller(reader, ref, instanceIn(incident));
      case 'ecs-service':
      case 'ecs-task':
      case 'role':
      case undefined:
        return ofEcs(reader);
    }
  },
});

async function ofEcs(reader: Reader): Promise<FactReading<'puller'>> {
  const { incident } = reader;
  if (isPulledByService(incident)) throw unnamedPuller(incident);
  const instance = incident.workload?.kind.startsWith('ecs-') === true ? null : instanceIn(incident);
  if (instance !== null) return nodePuller(reader, { place: { account: instance.account }, node: instance.id });
  return ecsPuller(reader, await reader.need('workload'));
}

/** A session that is named after an instance is the instance's own: the denial says which machine asked, and where it is. */
function instanceIn({ denial }: Incident): { readonly account: string; readonly id: string } | null {
  const named = /^arn:aws[\w-]*:sts::(\d{12}):assumed-role\/[^/]+\/(i-[0-9a-f]{8,17})$/.exec(denial?.principal ?? '');
  const [, account, id] = named ?? [];
  return account === undefined || id === undefined ? null : { account, id };
}
