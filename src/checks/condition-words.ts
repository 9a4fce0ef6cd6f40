import type { ActualValue, FailingCondition } from '../domain/access-lack.ts';
import { listOf } from '../lib/plural.ts';

/**
 * Why a request lacks a key that is there in others. (IAM user guide, "AWS global condition context keys": the keys of an
 * endpoint come with requests through one, and `aws:SourceIp` with all others.)
 */
const WHY_ABSENT: Readonly<Record<string, string>> = {
  'aws:sourcevpce': 'the request comes through no endpoint of yours',
  'aws:sourcevpc': 'the request comes through no endpoint of yours',
  'aws:vpcsourceip': 'the request comes through no endpoint of yours',
  'aws:sourceip': 'the pull goes through an endpoint, and then has no public address',
  'aws:principalorgid': 'the account of the puller is in no organization',
};

/** The same of tags, by what stands before the slash. A token is of no repository, and so of none with tags. */
const WHY_NO_TAG: Readonly<Record<string, string>> = {
  'aws:principaltag/': 'the puller has no such tag',
  'aws:resourcetag/': 'what is asked for has no such tag',
  'ecr:resourcetag/': 'what is asked for has no such tag',
};

/** A condition that does not hold, as half a sentence: it fills "would allow it, but …". */
export function conditionWords({ operator, key, values, actual, variables = [] }: FailingCondition): string {
  const filled = variables.map((variable) => `\`${variable.key}\` ${valueWords(variable.key, variable.actual)}`);
  const is = actual === 'absent' ? whyAbsent(key) : `it ${valueWords(key, actual)}`;
  return `its condition ${operator} \`${key}\` ${quoted(values)} does not hold: ${listOf([is, ...filled])}`;
}

function valueWords(key: string, actual: ActualValue): string {
  if (actual === 'absent') return `is not there (${whyAbsent(key)})`;
  return actual === 'unknown' ? 'is not known' : `is ${quoted(actual)}`;
}

function whyAbsent(key: string): string {
  const name = key.toLowerCase();
  return WHY_ABSENT[name] ?? WHY_NO_TAG[name.slice(0, name.indexOf('/') + 1)] ?? 'the request has no such key';
}

function quoted(values: readonly string[]): string {
  return listOf(values.map((value) => `\`${value}\``));
}
