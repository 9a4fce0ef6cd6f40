import type { PageShape } from '../../page.ts';
import { invalidParameter } from './cluster.ts';

const badToken = (): Error => invalidParameter('Invalid token');

/** (ECS API reference: ListTasks and ListClusters give up to 100, ListServices 10 unless asked for more.) */
export const ECS_PAGE: PageShape = { limit: 'maxResults', token: 'nextToken', usual: 100, most: 100, badToken };
export const ECS_SERVICES_PAGE: PageShape = { ...ECS_PAGE, usual: 10 };
