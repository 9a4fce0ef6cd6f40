import { shortName } from '../../domain/image-reference.ts';
import { defineCheck } from '../define-check.ts';

const GIB = 1024 ** 3;

export const imageTooLarge = defineCheck({
  id: 'image-too-large',
  stage: 'start',
  step: 'object',
  question: 'Does the image fit on the disk of the task?',
  needs: ['image', 'puller'],
  concerns: ['disk_full'],
  answers: {
    larger: {
      verdict: 'fail',
      says: '`{{name}}` is {{size}} GiB compressed, and the task has a disk of {{disk}} GiB for the compressed image and the unpacked one together.',
    },
    tight: {
      verdict: 'unknown',
      says: '`{{name}}` is {{size}} GiB compressed, and the task has a disk of {{disk}} GiB for the compressed image and the unpacked one together. How large it is unpacked ECR does not know.',
    },
    'unknown-disk': {
      verdict: 'unknown',
      says: 'How much room there is on the disk that `{{name}}` is pulled to AWS does not tell: look on the instance.',
    },
    'unknown-size': { verdict: 'unknown', says: 'ECR does not say how large `{{name}}` is.' },
    smaller: { verdict: 'pass', says: '`{{name}}` is {{size}} GiB compressed, of {{disk}} GiB of disk.' },
    unblamed: { verdict: 'not-applicable', says: 'No message says that a disk is full.' },
    missing: { verdict: 'not-applicable', says: 'There is no such image.' },
  },
  evaluate({ image, puller: { diskGiB } }, incident) {
    const isBlamed = incident.symptom?.kind === 'disk_full';
    const name = shortName(incident.image);
    if (image === null) return { answer: 'missing' };
    if (diskGiB === null) return isBlamed ? { answer: 'unknown-disk', data: { name } } : { answer: 'unblamed' };
    const bytes = image.sizeInBytes ?? 0;
    if (bytes === 0) return isBlamed ? { answer: 'unknown-size', data: { name } } : { answer: 'unblamed' };
    const data = { name, size: (bytes / GIB).toFixed(2), disk: String(diskGiB) };
    if (bytes > diskGiB * GIB) return { answer: 'larger', data };
    // Both copies are kept, and unpacking seldom makes anything smaller.
    if (isBlamed || 2 * bytes > diskGiB * GIB) return { answer: 'tight', data };
    return { answer: 'smaller', data };
  },
});
