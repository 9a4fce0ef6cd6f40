import { removeRepository } from '../parts/find.ts';
import { LOST, lostImageWorld } from '../parts/lost-image.ts';
import { ago } from '../parts/time.ts';
import { deletedRepository, record } from '../parts/trail.ts';

export const repositoryDeleted = lostImageWorld({
  id: 'repository-deleted',
  title: 'Somebody deleted the repository',
  breaks: 'Ann deleted repository my-app with everything in it, two days ago.',
  expect: { conclusion: 'explained', cause: 'missing-repository', because: ['deleted-repository'] },
  change(estate) {
    record(estate, deletedRepository(LOST.repository, ago(estate.now, { days: 2 })));
    removeRepository(estate, LOST.repository);
  },
});
