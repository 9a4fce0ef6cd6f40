import { shortName } from '../../../domain/image-reference.ts';
import { describeImage, imageIdOf, observedOf } from '../../describe-image.ts';
import { defineFact } from '../../reader.ts';
import { registryOf } from '../../registry-place.ts';

export const image = defineFact({
  name: 'image',
  actions: ['ecr:DescribeImages'],
  async read(reader) {
    const { image: wanted, place } = registryOf(reader);
    const { image: value, says } = await describeImage(reader, place, wanted.repository, imageIdOf(wanted));
    return { value, evidence: [says(shortName(wanted), observedOf(value))] };
  },
});
