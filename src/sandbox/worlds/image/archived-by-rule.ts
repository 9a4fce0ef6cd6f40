import { findImage, findRepository } from '../parts/find.ts';
import { type PolicyRule, policyRun } from '../parts/lifecycle-run.ts';
import { LOST, lostImageWorld, policyOf } from '../parts/lost-image.ts';
import { ago } from '../parts/time.ts';
import { record } from '../parts/trail.ts';

const ARCHIVE_OLD: PolicyRule = {
  rulePriority: 3,
  selection: { tagStatus: 'any', countType: 'sinceImagePulled', countUnit: 'days', countNumber: 1 },
  action: { type: 'transition', targetStorageClass: 'archive' },
};

export const archivedByRule = lostImageWorld({
  id: 'archived-by-rule',
  title: 'A lifecycle policy archived the image',
  breaks: 'A lifecycle rule of my-app archives what nobody has pulled for a day, and took v2.1.0.',
  expect: { conclusion: 'explained', cause: 'missing-image', because: ['archived-image'] },
  change(estate) {
    const ranAt = ago(estate.now, { hours: 3 });
    const image = findImage(estate, LOST.repository, LOST.tag);
    findRepository(estate, LOST.repository).lifecyclePolicy = { text: policyOf(ARCHIVE_OLD), lastEvaluatedAt: ranAt };
    record(estate, policyRun(LOST.repository, image, ARCHIVE_OLD, ranAt));
    Object.assign(image, { status: 'ARCHIVED', lastArchivedAt: ranAt });
  },
});
