import { type ECSClient, ListServiceDeploymentsCommand, type ServiceDeploymentBrief } from '@aws-sdk/client-ecs';
import { everyItem, pagesOf } from '../../every-item.ts';
import { defineFact } from '../../reader.ts';

/** ECS keeps deployments for 90 days. (ECS developer guide, "View service history using Amazon ECS service deployments".) */
export const serviceDeployments = defineFact({
  name: 'serviceDeployments',
  actions: ['ecs:ListServiceDeployments'],
  async read(reader) {
    const workload = await reader.need('workload');
    const { service, cluster } = workload;
    if (service === null) return { value: [], evidence: [] };
    const { output, says } = await reader.ask(
      workload,
      'ecs:ListServiceDeployments',
      ({ ecs }) => listDeployments(ecs, cluster, service),
      ['ServiceNotFoundException', 'ClusterNotFoundException'],
    );
    const newestFirst = (output ?? []).toSorted(
      (a, b) => (b.createdAt?.getTime() ?? 0) - (a.createdAt?.getTime() ?? 0),
    );
    const value = newestFirst.map((each) => ({
      arn: each.serviceDeploymentArn ?? '',
      status: each.status ?? '',
      revision: each.targetServiceRevisionArn ?? null,
      finishedAt: each.finishedAt?.toISOString() ?? null,
    }));
    return { value, evidence: [says(`service ${service}`, `${value.length} deployments that ECS keeps`)] };
  },
});

function listDeployments(ecs: ECSClient, cluster: string, service: string): Promise<readonly ServiceDeploymentBrief[]> {
  const ask = (nextToken: string | undefined) =>
    ecs.send(new ListServiceDeploymentsCommand({ cluster, service, maxResults: 100, nextToken }));
  return everyItem(
    pagesOf(ask, (page) => page.nextToken),
    (page) => page.serviceDeployments,
  );
}
