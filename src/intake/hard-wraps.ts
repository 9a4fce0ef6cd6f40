/** Narrower than any terminal or column; shorter equal lines are equal by chance. */
const NARROWEST = 20;

/** Two lines that were wrapped between words are often equally long, three hardly ever. */
const FEWEST = 3;

/** How a log line, a Kubernetes event or a table row begins: such a line is never the rest of the line before it. */
const RECORD_START =
  /^[ \t]*(?:(?:Warning|Normal) {1,}[A-Z]|\[?\d{4}-\d\d-\d\d[T ]\d\d:|\[?\d\d:\d\d:\d\d|(?:level|time|ts|msg)=|[EWIF]\d{4} \d\d:|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}\d{1,2} \d\d:|\d{1,3}[smhd](?:\d{1,3}[smh])? |(?:Readiness|Liveness|Startup) probe failed)/;

/** Whether a line begins something new: it cannot continue the line before it. */
export function startsRecord(line: string): boolean {
  return RECORD_START.test(line);
}

/**
 * Joins lines that were cut at one column in the middle of words: three or more of one length, and a last one that is no
 * longer. Everything else is left as lines.
 */
export function undoHardWraps(lines: readonly string[]): string {
  const joined: string[] = [];
  let start = 0;
  while (start < lines.length) {
    const end = endOfWrappedRun(lines, start);
    joined.push(lines.slice(start, end).join(''));
    start = end;
  }
  return joined.join('\n');
}

function endOfWrappedRun(lines: readonly string[], start: number): number {
  const width = lines[start]?.length ?? 0;
  if (width < NARROWEST) return start + 1;
  let end = start + 1;
  while (end < lines.length && lines[end]?.length === width && !startsRecord(lines[end] ?? '')) end += 1;
  if (end - start < FEWEST) return start + 1;
  const last = lines[end];
  const isTail = last !== undefined && last.length > 0 && last.length < width && !startsRecord(last);
  return isTail ? end + 1 : end;
}
