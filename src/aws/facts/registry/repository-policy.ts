import { GetRepositoryPolicyCommand } from '@aws-sdk/client-ecr';
import type { Place } from '../../../domain/aws.ts';
import { defineFact, type FactReading, type Reader } from '../../reader.ts';
import { registryOf } from '../../registry-place.ts';

export const repositoryPolicy = defineFact({
  name: 'repositoryPolicy',
  actions: ['ecr:GetRepositoryPolicy'],
  read(reader) {
    const { image, place } = registryOf(reader);
    return readRepositoryPolicy(reader, place, image.repository);
  },
});

/** The policy of one repository in one place. */
export async function readRepositoryPolicy(
  reader: Reader,
  place: Place,
  repositoryName: string,
): Promise<FactReading<'repositoryPolicy'>> {
  const { output, says } = await reader.ask(
    place,
    'ecr:GetRepositoryPolicy',
    ({ ecr }) => ecr.send(new GetRepositoryPolicyCommand({ registryId: place.account, repositoryName })),
    ['RepositoryPolicyNotFoundException', 'RepositoryNotFoundException'],
  );
  if (output?.policyText === undefined) {
    return { value: null, evidence: [says(repositoryName, 'no repository policy')] };
  }
  return {
    value: { name: 'repository policy', text: output.policyText },
    evidence: [says(repositoryName, 'a repository policy')],
  };
}
