import { shortName } from '../../../domain/image-reference.ts';
import { describeImage, imageIdOf, observedOf } from '../../describe-image.ts';
import { lookAround } from '../../look-around.ts';
import { defineFact } from '../../reader.ts';
import { registryOf } from '../../registry-place.ts';

export const imageElsewhere = defineFact({
  name: 'imageElsewhere',
  actions: ['ecr:DescribeImages'],
  async read(reader) {
    const { image: wanted, place: here } = registryOf(reader);
    const found = await lookAround(reader, here, 'ecr:DescribeImages', async (place) => {
      const { image, says } = await describeImage(reader, place, wanted.repository, imageIdOf(wanted));
      if (image === null) return null;
      const { digest, pushedAt, status } = image;
      return { copy: { ...place, digest, pushedAt, status }, evidence: says(shortName(wanted), observedOf(image)) };
    });
    return { value: found.map(({ copy }) => copy), evidence: found.map(({ evidence }) => evidence) };
  },
});
