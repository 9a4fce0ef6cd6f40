import type { IndexChild } from '../../domain/facts/registry.ts';
import { shortDigest, shortName } from '../../domain/image-reference.ts';
import { listOf } from '../../lib/plural.ts';
import { absenceWords } from '../absence-words.ts';
import { defineCheck } from '../define-check.ts';

export const incompleteIndex = defineCheck({
  id: 'incomplete-index',
  stage: 'manifest',
  step: 'object',
  question: 'Is the image there that the index keeps for the platform of the puller?',
  needs: ['image', 'indexChildren'],
  concerns: ['not_found', 'other'],
  answers: {
    complete: { verdict: 'pass', says: 'The index of `{{name}}` and its images for {{platforms}} are there.' },
    incomplete: {
      verdict: 'fail',
      says: '`{{name}}` is an index, and its image for {{platforms}}, `{{digest}}`, {{state}}: a pull finds the index and then answers "not found".',
    },
    perhaps: {
      verdict: 'unknown',
      says: '`{{name}}` is an index, and its image for {{platforms}}, `{{digest}}`, {{state}}; whether the puller wants that one I cannot tell.',
    },
    'no-index': {
      verdict: 'not-applicable',
      says: 'No index was read that has an image for the puller.',
    },
    missing: { verdict: 'not-applicable', says: 'There is no such image to pull.' },
  },
  evaluate({ image, indexChildren: children }, incident) {
    if (image === null || image.status !== 'ACTIVE') return { answer: 'missing' };
    if (children.length === 0) return { answer: 'no-index' };
    const name = shortName(incident.image);
    const gone = children.filter((child) => child.image?.status !== 'ACTIVE');
    const [first] = gone;
    if (first === undefined) return { answer: 'complete', data: { name, platforms: platformsOf(children) } };
    const data = {
      name,
      platforms: platformsOf([first]),
      digest: shortDigest(first.digest),
      state: absenceWords(first.image),
    };
    return { answer: gone.length === children.length ? 'incomplete' : 'perhaps', data };
  },
});

function platformsOf(children: readonly IndexChild[]): string {
  return listOf([...new Set(children.map(({ platform }) => `\`${platform}\``))]);
}
