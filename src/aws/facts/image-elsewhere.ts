import { DescribeImagesCommand } from '@aws-sdk/client-ecr';
import { shortName } from '../../domain/image-reference.ts';
import { toImage } from '../image-detail.ts';
import { lookAround } from '../look-around.ts';
import { defineFact } from '../reader.ts';
import { registryOf } from '../registry-place.ts';

export const imageElsewhere = defineFact({
  name: 'imageElsewhere',
  actions: ['ecr:DescribeImages'],
  async read(reader) {
    const { image, place: here } = registryOf(reader);
    const id = image.digest === undefined ? { imageTag: image.tag ?? 'latest' } : { imageDigest: image.digest };
    const action = 'ecr:DescribeImages';
    const found = await lookAround(reader, here, action, async (place) => {
      const { output, says } = await reader.ask(
        place,
        action,
        ({ ecr }) =>
          ecr.send(
            new DescribeImagesCommand({
              registryId: place.account,
              repositoryName: image.repository,
              imageIds: [id],
              // The default hides archived images, and one of these can be restored.
              filter: { imageStatus: 'ANY' },
            }),
          ),
        ['ImageNotFoundException', 'RepositoryNotFoundException'],
      );
      const [detail] = output?.imageDetails ?? [];
      if (detail === undefined) return null;
      const { digest, pushedAt, status } = toImage(detail);
      const observed = `${status} ${digest.slice(0, 19)}… pushed ${pushedAt}`;
      return { copy: { ...place, digest, pushedAt, status }, evidence: says(shortName(image), observed) };
    });
    return { value: found.map(({ copy }) => copy), evidence: found.map(({ evidence }) => evidence) };
  },
});
