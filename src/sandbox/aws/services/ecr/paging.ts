import type { PageShape } from '../../page.ts';
import { invalidParameter } from './repository.ts';

/** How ECR pages: `maxResults` from 1 to 1000, 100 when it is not given. (ECR API reference.) */
export const ECR_PAGE: PageShape = {
  limit: 'maxResults',
  token: 'nextToken',
  usual: 100,
  most: 1000,
  badToken: () => invalidParameter('nextToken', 'Invalid token'),
};
