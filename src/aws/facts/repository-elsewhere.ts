import { DescribeRepositoriesCommand } from '@aws-sdk/client-ecr';
import type { Place } from '../../domain/aws.ts';
import { AwsTrouble } from '../errors.ts';
import { defineFact, type Reader } from '../reader.ts';
import { registryOf } from '../registry-place.ts';

/** A look around, not a search of the world: AWS has some thirty Regions, and a team uses a few. */
const MOST_PLACES = 20;

export const repositoryElsewhere = defineFact({
  name: 'repositoryElsewhere',
  actions: ['ecr:DescribeRepositories'],
  async read(reader) {
    const { image, place } = registryOf(reader);
    const places = otherPlaces(reader, place).slice(0, MOST_PLACES);
    const answers = await Promise.all(places.map((other) => lookIn(reader, other, image.repository)));
    return {
      value: answers.filter(({ isThere }) => isThere).map((answer) => answer.place),
      evidence: answers.flatMap(({ evidence }) => evidence),
    };
  },
});

function otherPlaces({ identities }: Reader, here: Place): readonly Place[] {
  return identities.accounts
    .flatMap(({ id, regions }) => regions.map((region) => ({ account: id, region })))
    .filter(({ account, region }) => account !== here.account || region !== here.region);
}

async function lookIn(reader: Reader, place: Place, repositoryName: string) {
  try {
    const { output, says } = await reader.ask(
      place,
      'ecr:DescribeRepositories',
      ({ ecr }) =>
        ecr.send(new DescribeRepositoriesCommand({ registryId: place.account, repositoryNames: [repositoryName] })),
      ['RepositoryNotFoundException'],
    );
    const isThere = output !== null;
    return { place, isThere, evidence: isThere ? [says(repositoryName, 'a repository of this name exists here')] : [] };
  } catch (error) {
    // A place that cannot be seen is no reason to say nothing of the others: this fact is advice, never a verdict.
    if (error instanceof AwsTrouble) return { place, isThere: false, evidence: [] };
    throw error;
  }
}
