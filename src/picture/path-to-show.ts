import type { Conclusion, Diagnosis } from '../domain/diagnosis.ts';
import type { Finding } from '../domain/finding.ts';
import type { SubnetPaths } from '../domain/network-path.ts';
import { describePath } from './describe-path.ts';

/** The ways to show with an answer: when it is about the network, or leaves the network open; else `null`. */
export function pathToShow({ conclusion, paths }: Pick<Diagnosis, 'conclusion' | 'paths'>): SubnetPaths | null {
  if (paths === null) return null;
  return toldOf(conclusion).some((finding) => isAboutPath(finding, paths)) ? paths : null;
}

/** The same in words, one line a connection; empty when there is nothing to show. */
export function pathInWords(diagnosis: Pick<Diagnosis, 'conclusion' | 'paths'>): readonly string[] {
  const paths = pathToShow(diagnosis);
  return paths === null ? [] : describePath(paths);
}

/** What an answer speaks of before it comes to what is no part of this failure. */
function toldOf(conclusion: Conclusion): readonly Finding[] {
  switch (conclusion.kind) {
    case 'explained':
      return [conclusion.cause, ...conclusion.follows, ...conclusion.unknown];
    case 'undetermined':
      return conclusion.unknown;
    case 'would-fail-now':
      return [conclusion.next];
    case 'would-pull-now':
    case 'out-of-sight':
      return [];
  }
}

/** The policy of an endpoint is looked at as a permission, and yet it is a place on the way. */
function isAboutPath({ answer, position }: Finding, { legs }: SubnetPaths): boolean {
  // At the start it is a way of the task's own, and the picture is of the pull.
  if (position.stage === 'start') return false;
  return position.step === 'path' || legs.some(({ hops }) => hops.some(({ reason }) => reason === answer));
}
