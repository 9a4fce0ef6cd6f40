import { GetLifecyclePolicyCommand } from '@aws-sdk/client-ecr';
import { defineFact } from '../../reader.ts';
import { registryOf } from '../../registry-place.ts';

export const lifecyclePolicy = defineFact({
  name: 'lifecyclePolicy',
  actions: ['ecr:GetLifecyclePolicy'],
  async read(reader) {
    const { image, place } = registryOf(reader);
    const { output, says } = await reader.ask(
      place,
      'ecr:GetLifecyclePolicy',
      ({ ecr }) =>
        ecr.send(new GetLifecyclePolicyCommand({ registryId: place.account, repositoryName: image.repository })),
      ['LifecyclePolicyNotFoundException', 'RepositoryNotFoundException'],
    );
    if (output?.lifecyclePolicyText === undefined) {
      return { value: null, evidence: [says(image.repository, 'no lifecycle policy')] };
    }
    const evaluated = output.lastEvaluatedAt?.toISOString() ?? 'never';
    return {
      value: { text: output.lifecyclePolicyText },
      evidence: [says(image.repository, `a lifecycle policy, last evaluated ${evaluated}`)],
    };
  },
});
