import type { LeavingImage } from '../../domain/facts/prevention.ts';
import { listOf } from '../../lib/plural.ts';
import { defineCheck } from '../define-check.ts';

/** More names than these do not help on a phone. */
const MOST_USERS = 3;

export const inUseImageExpires = defineCheck({
  id: 'in-use-image-expires',
  stage: 'prevention',
  step: 'object',
  question: 'Does the lifecycle policy spare the images that are in use?',
  needs: ['leavingInUse'],
  answers: {
    expires: {
      verdict: 'fail',
      says: 'Lifecycle rule {{rule}} expires `{{image}}`, needed by {{users}}, {{when}}{{more}}.',
    },
    archives: {
      verdict: 'fail',
      says: 'Lifecycle rule {{rule}} archives `{{image}}`, needed by {{users}}, {{when}}{{more}}.',
    },
    'may-leave': {
      verdict: 'unknown',
      says: 'Lifecycle rule {{rule}} may take `{{image}}`, needed by {{users}}, {{when}}: AWS does not say whether another image of its time goes instead, or a manifest list protects it.',
    },
    spared: { verdict: 'pass', says: 'No image in use is removed or archived within a week.' },
    'no-policy': { verdict: 'pass', says: 'The repository has no lifecycle policy: nothing expires by itself.' },
    unreadable: { verdict: 'unknown', says: 'The lifecycle policy is not written in a way that I understand.' },
  },
  evaluate({ leavingInUse }, { image, reportedAt }) {
    if (leavingInUse === null) return { answer: 'no-policy' };
    if (leavingInUse === 'unreadable') return { answer: 'unreadable' };
    const [first, ...others] = leavingInUse;
    if (first === undefined) return { answer: 'spared' };
    const also = others.filter(({ isCertain }) => isCertain).length;
    const data = {
      image: `${image.repository}${first.name.startsWith('sha256:') ? '@' : ':'}${first.name}`,
      users: usersOf(first),
      when: whenOf(first, reportedAt),
      rule: String(first.rulePriority),
      more: also === 0 ? '' : `, and ${also} more in use`,
    };
    if (!first.isCertain) return { answer: 'may-leave', data };
    return { answer: first.action === 'expire' ? 'expires' : 'archives', data };
  },
});

function usersOf({ users }: LeavingImage): string {
  const shown = users.slice(0, MOST_USERS);
  const hidden = users.length - shown.length;
  return listOf([...shown, ...(hidden === 0 ? [] : [`${hidden} more`])]);
}

function whenOf({ at }: LeavingImage, now: string): string {
  if (at === null) return 'with the next push';
  return Date.parse(at) <= Date.parse(now) ? 'within a day' : `from ${at} on`;
}
