import { DescribeImagesCommand } from '@aws-sdk/client-ecr';
import { shortName } from '../../domain/image-reference.ts';
import { toImage } from '../image-detail.ts';
import { defineFact } from '../reader.ts';
import { registryOf } from '../registry-place.ts';

export const image = defineFact({
  name: 'image',
  actions: ['ecr:DescribeImages'],
  async read(reader) {
    const { image: wanted, place } = registryOf(reader);
    const id = wanted.digest === undefined ? { imageTag: wanted.tag ?? 'latest' } : { imageDigest: wanted.digest };
    const { output, says } = await reader.ask(
      place,
      'ecr:DescribeImages',
      ({ ecr }) =>
        ecr.send(
          new DescribeImagesCommand({
            registryId: place.account,
            repositoryName: wanted.repository,
            imageIds: [id],
            // The default hides archived images, which then look as if they had never been pushed.
            filter: { imageStatus: 'ANY' },
          }),
        ),
      ['ImageNotFoundException', 'RepositoryNotFoundException'],
    );
    const detail = output?.imageDetails?.[0];
    if (detail === undefined) return { value: null, evidence: [says(shortName(wanted), 'no such image')] };
    const found = toImage(detail);
    return {
      value: found,
      evidence: [says(shortName(wanted), `${found.status} ${found.digest.slice(0, 19)}… pushed ${found.pushedAt}`)],
    };
  },
});
