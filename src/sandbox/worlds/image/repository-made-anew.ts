import { findRepository } from '../parts/find.ts';
import { LOST, lostImageWorld } from '../parts/lost-image.ts';
import { ago } from '../parts/time.ts';
import { deletedRepository, record } from '../parts/trail.ts';

export const repositoryMadeAnew = lostImageWorld({
  id: 'repository-made-anew',
  title: 'The repository was deleted and made anew, and is empty',
  breaks: 'Ann deleted repository my-app two days ago and made it again ten minutes later, without its images.',
  expect: { conclusion: 'explained', cause: 'missing-image', because: ['deleted-repository'] },
  change(estate) {
    const { now } = estate;
    record(estate, deletedRepository(LOST.repository, ago(now, { days: 2, minutes: 10 })));
    Object.assign(findRepository(estate, LOST.repository), { createdAt: ago(now, { days: 2 }), images: [] });
  },
});
