import { paginateDescribeRepositoryCreationTemplates, type RepositoryCreationTemplate } from '@aws-sdk/client-ecr';
import { closestTo, type CreationTemplate } from '../../../domain/facts/cache.ts';
import { everyItem } from '../../every-item.ts';
import { defineFact } from '../../reader.ts';
import { registryOf } from '../../registry-place.ts';

export const creationTemplate = defineFact({
  name: 'creationTemplate',
  actions: ['ecr:DescribeRepositoryCreationTemplates'],
  async read(reader) {
    const { image, place } = registryOf(reader);
    if ((await reader.need('importingRule')) === null || (await reader.need('repository')) !== null) {
      return { value: null, evidence: [] };
    }
    const { output, says } = await reader.ask(place, 'ecr:DescribeRepositoryCreationTemplates', ({ ecr }) =>
      // The call takes no registry: it speaks of the account that asks.
      everyItem(
        paginateDescribeRepositoryCreationTemplates({ client: ecr, pageSize: 1000 }, {}),
        ({ repositoryCreationTemplates }) => repositoryCreationTemplates,
      ),
    );
    const forCaches = (output ?? []).filter(({ appliedFor }) => appliedFor?.includes('PULL_THROUGH_CACHE'));
    const value = closestTo(image.repository, forCaches.map(toTemplate));
    const observed = value === null ? 'no creation template for caches covers it' : `made by template ${value.prefix}`;
    return { value, evidence: [says(image.repository, observed)] };
  },
});

function toTemplate({ prefix = '', repositoryPolicy, customRoleArn }: RepositoryCreationTemplate): CreationTemplate {
  return {
    prefix: prefix.replace(/\/$/, ''),
    repositoryPolicy:
      repositoryPolicy === undefined || repositoryPolicy === ''
        ? null
        : { name: `repository policy of creation template ${prefix}`, text: repositoryPolicy },
    customRole: customRoleArn ?? null,
  };
}
