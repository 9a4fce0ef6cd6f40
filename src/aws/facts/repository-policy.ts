import { GetRepositoryPolicyCommand } from '@aws-sdk/client-ecr';
import { defineFact } from '../reader.ts';
import { registryOf } from '../registry-place.ts';

export const repositoryPolicy = defineFact({
  name: 'repositoryPolicy',
  actions: ['ecr:GetRepositoryPolicy'],
  async read(reader) {
    const { image, place } = registryOf(reader);
    const { output, says } = await reader.ask(
      place,
      'ecr:GetRepositoryPolicy',
      ({ ecr }) =>
        ecr.send(new GetRepositoryPolicyCommand({ registryId: place.account, repositoryName: image.repository })),
      ['RepositoryPolicyNotFoundException', 'RepositoryNotFoundException'],
    );
    if (output?.policyText === undefined) {
      return { value: null, evidence: [says(image.repository, 'no repository policy')] };
    }
    return {
      value: { name: 'repository policy', text: output.policyText },
      evidence: [says(image.repository, 'a repository policy')],
    };
  },
});
