import { distance } from 'fastest-levenshtein';

/** Two slips of the finger; more is another name. */
const MOST_EDITS = 2;

const bare = (name: string): string => name.toLowerCase().replace(/[-_.]/g, '');
const lastPart = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

/** Smaller is nearer; `null` when the two names have nothing to do with each other. */
function likeness(wanted: string, candidate: string): number | null {
  if (bare(wanted) === bare(candidate)) return 0;
  const isSameInOtherNamespace = bare(lastPart(wanted)) === bare(lastPart(candidate));
  if (isSameInOtherNamespace && (!wanted.includes('/') || !candidate.includes('/'))) return 1;
  const edits = distance(bare(wanted), bare(candidate));
  // In a short name two edits make any other word.
  return edits <= Math.min(MOST_EDITS, Math.floor(bare(wanted).length / 3)) ? edits + 1 : null;
}

/** The candidates that a person may have meant by `wanted`, the nearest first. Never `wanted` itself. */
export function similarNames(wanted: string, candidates: readonly string[]): readonly string[] {
  return candidates
    .filter((name) => name !== wanted)
    .map((name) => ({ name, rank: likeness(wanted, name) }))
    .filter((row): row is { name: string; rank: number } => row.rank !== null)
    .toSorted((a, b) => a.rank - b.rank || a.name.localeCompare(b.name))
    .map(({ name }) => name);
}
