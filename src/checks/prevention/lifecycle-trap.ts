import type { Image } from '../../domain/facts/registry.ts';
import { listOf } from '../../lib/plural.ts';
import {
  type LifecycleRule,
  lifecycleTraps,
  lifecycleViolations,
  parseLifecyclePolicy,
  poolOf,
} from '../../semantics/lifecycle-policy/index.ts';
import { defineCheck } from '../define-check.ts';

export const lifecycleTrap = defineCheck({
  id: 'lifecycle-trap',
  stage: 'prevention',
  step: 'object',
  question: 'Can every rule of the lifecycle policy do what it says?',
  needs: ['lifecyclePolicy', 'images'],
  answers: {
    'list-means-and': {
      verdict: 'fail',
      says: 'Lifecycle rule {{rule}} takes only images with tags of {{list}} at once, and there is none: ECR reads the list as "and".',
    },
    shielded: {
      verdict: 'fail',
      says: 'Lifecycle rule {{rule}} never acts: rule {{by}} comes first and is about all the same images.',
    },
    invalid: {
      verdict: 'unknown',
      says: 'ECR would refuse lifecycle rule {{rule}} today ({{violation}}), so what it does is not certain.',
    },
    clear: { verdict: 'pass', says: 'Every rule of the lifecycle policy can act.' },
    'no-policy': { verdict: 'not-applicable', says: 'The repository has no lifecycle policy.' },
    unreadable: { verdict: 'unknown', says: 'The lifecycle policy is not written in a way that I understand.' },
  },
  evaluate({ lifecyclePolicy, images }) {
    if (lifecyclePolicy === null) return { answer: 'no-policy' };
    const parsed = parseLifecyclePolicy(lifecyclePolicy.text);
    if ('problem' in parsed) return { answer: 'unreadable' };
    for (const trap of lifecycleTraps(parsed.policy)) {
      const rule = String(trap.rule.priority);
      if (trap.trap === 'shielded') return { answer: 'shielded', data: { rule, by: String(trap.by.priority) } };
      if (isWantedApart(trap.rule, trap.list, images)) {
        return { answer: 'list-means-and', data: { rule, list: listOf(trap.list.map((entry) => `\`${entry}\``)) } };
      }
    }
    const [broken] = lifecycleViolations(parsed.policy);
    if (broken === undefined) return { answer: 'clear' };
    const violation = broken.violation.replaceAll('-', ' ');
    return { answer: 'invalid', data: { rule: String(broken.priority), violation } };
  },
});

/** Somebody may mean "and": only where no image has all of the list, and some have a part of it, was it meant as "or". */
function isWantedApart(rule: LifecycleRule, list: readonly string[], images: readonly Image[]): boolean {
  const { selection } = rule;
  if (selection.tagStatus !== 'tagged' || poolOf(rule, images).length > 0) return false;
  return list.some((entry) => poolOf({ ...rule, selection: { ...selection, list: [entry] } }, images).length > 0);
}
