import type { FailingCondition } from '../domain/access-lack.ts';
import { listOf } from '../lib/plural.ts';

/**
 * Why a request lacks a key that is there in others. (IAM user guide, "AWS global condition context keys": the keys of an
 * endpoint come with requests through one, and `aws:SourceIp` with all others.)
 */
const WHY_ABSENT: Readonly<Record<string, string>> = {
  'aws:sourcevpce': 'the pull goes through no endpoint',
  'aws:sourcevpc': 'the pull goes through no endpoint',
  'aws:vpcsourceip': 'the pull goes through no endpoint',
  'aws:sourceip': 'the pull goes through an endpoint, and then has no public address',
  'aws:principalorgid': 'the account of the puller is in no organization',
};

/** A condition that does not hold, as half a sentence: it fills "would allow it, but …". */
export function conditionWords({ operator, key, values, actual }: FailingCondition): string {
  const wanted = listOf(values.map((value) => `\`${value}\``));
  return `its condition ${operator} \`${key}\` ${wanted} does not hold: ${actualWords(key, actual)}`;
}

function actualWords(key: string, actual: FailingCondition['actual']): string {
  if (actual === 'absent') return WHY_ABSENT[key.toLowerCase()] ?? 'the request has no such key';
  return actual === 'unknown'
    ? 'what the request has there is not known'
    : `it is ${listOf(actual.map((value) => `\`${value}\``))}`;
}
