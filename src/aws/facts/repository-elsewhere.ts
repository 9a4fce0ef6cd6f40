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
    const others = otherPlaces(reader, place);
    const answers = await Promise.allSettled(
      others.slice(0, MOST_PLACES).map((other) => lookIn(reader, other, image.repository)),
    );
    const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? (answer.value ?? []) : []));
    // A place that cannot be seen is no reason to say nothing of one that has it; only "nowhere" takes them all.
    if (found.length > 0)
      return { value: found.map((each) => each.place), evidence: found.map((each) => each.evidence) };
    const failure = answers.find((answer) => answer.status === 'rejected');
    if (failure !== undefined) throw failure.reason;
    if (others.length > MOST_PLACES) throw new AwsTrouble('too-much', { action: 'ecr:DescribeRepositories', place });
    return { value: [], evidence: [] };
  },
});

function otherPlaces({ identities }: Reader, here: Place): readonly Place[] {
  return identities.accounts
    .flatMap(({ id, regions }) => regions.map((region) => ({ account: id, region })))
    .filter(({ account, region }) => account !== here.account || region !== here.region);
}

async function lookIn(reader: Reader, place: Place, repositoryName: string) {
  const { output, says } = await reader.ask(
    place,
    'ecr:DescribeRepositories',
    ({ ecr }) =>
      ecr.send(new DescribeRepositoriesCommand({ registryId: place.account, repositoryNames: [repositoryName] })),
    ['RepositoryNotFoundException'],
  );
  return output === null ? null : { place, evidence: says(repositoryName, 'a repository of this name exists here') };
}
