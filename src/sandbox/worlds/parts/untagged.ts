import type { Estate } from '../../aws/estate.ts';
import { findRepository } from './find.ts';
import { image } from './registry.ts';
import { ago } from './time.ts';

/** What overwriting tags leaves behind: images that nothing names any more, one every six hours. */
export function leaveUntagged(estate: Estate, repositoryName: string, count: number): void {
  const { images } = findRepository(estate, repositoryName);
  for (let index = 1; index <= count; index++) {
    images.push(image(repositoryName, [], ago(estate.now, { hours: 6 * index })));
  }
}
