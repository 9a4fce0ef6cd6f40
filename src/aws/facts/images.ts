import { paginateDescribeImages } from '@aws-sdk/client-ecr';
import { toImage } from '../image-detail.ts';
import { defineFact } from '../reader.ts';
import { registryOf } from '../registry-place.ts';

export const images = defineFact({
  name: 'images',
  actions: ['ecr:DescribeImages'],
  async read(reader) {
    const { image, place } = registryOf(reader);
    const { output, says } = await reader.ask(
      place,
      'ecr:DescribeImages',
      async ({ ecr }) => {
        const all = [];
        const input = {
          registryId: place.account,
          repositoryName: image.repository,
          filter: { imageStatus: 'ANY' },
        } as const;
        for await (const page of paginateDescribeImages({ client: ecr, pageSize: 1000 }, input)) {
          all.push(...(page.imageDetails ?? []).map(toImage));
        }
        return all;
      },
      ['RepositoryNotFoundException'],
    );
    const value = output ?? [];
    return { value, evidence: [says(image.repository, `${value.length} images`)] };
  },
});
