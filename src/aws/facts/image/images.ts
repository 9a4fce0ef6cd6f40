import { paginateDescribeImages } from '@aws-sdk/client-ecr';
import { everyItem } from '../../every-item.ts';
import { toImage } from '../../image-detail.ts';
import { defineFact } from '../../reader.ts';
import { registryOf } from '../../registry-place.ts';

export const images = defineFact({
  name: 'images',
  actions: ['ecr:DescribeImages'],
  async read(reader) {
    const { image, place } = registryOf(reader);
    const { output, says } = await reader.ask(
      place,
      'ecr:DescribeImages',
      ({ ecr }) =>
        everyItem(
          paginateDescribeImages(
            { client: ecr, pageSize: 1000 },
            { registryId: place.account, repositoryName: image.repository, filter: { imageStatus: 'ANY' } },
          ),
          ({ imageDetails }) => imageDetails?.map(toImage),
        ),
      ['RepositoryNotFoundException'],
    );
    const value = output ?? [];
    return { value, evidence: [says(image.repository, `${value.length} images`)] };
  },
});
