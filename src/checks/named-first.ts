import type { EcrIncident } from '../domain/check.ts';

/** The action that the message names speaks first: others may be denied as well. */
export function namedFirst<Asked extends { readonly action: string }>(
  asked: readonly Asked[],
  { denial }: EcrIncident,
): readonly Asked[] {
  const isNamed = ({ action }: Asked): boolean => action === denial?.action;
  return [...asked.filter(isNamed), ...asked.filter((each) => !isNamed(each))];
}
