import { HEADINGS, openQuestions } from '../../domain/conclusion-words.ts';
import type { Conclusion, Diagnosis } from '../../domain/diagnosis.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Fix } from '../../domain/fix.ts';
import { pathInWords } from '../../picture/path-to-show.ts';
import { recoveryLines } from './recovery-lines.ts';
import { statementLines } from './statement-lines.ts';
import { code, nameAccounts } from './text.ts';
import type { AccountNames } from './text.ts';

/** One group of sentences of a verdict. Blocks and plain text are both drawn from it, so neither can lack one. */
export interface VerdictPart {
  /** Absent above the sentences that go with the lead. */
  readonly heading?: string;
  readonly lines: readonly string[];
  /** Background: a few lines are enough, the rest stands under all checks. */
  readonly atMost?: number;
}

/** The head of a verdict: what a phone shows first. */
export interface VerdictLead {
  /** The name of an emoji, always beside the words. */
  readonly sign: 'x' | 'warning' | 'white_check_mark' | 'information_source';
  readonly says: string;
  /** How sure, in a word with its full stop; empty when the sentence itself says it. */
  readonly certainty: string;
}

const MOST_BACKGROUND = 3;
/** A verdict is about the pull: what explains no failure is touched upon, and the rest stands under all checks. */
const MOST_PREVENTIVE = 2;

const CERTAINTY = { confirmed: 'Confirmed.', probable: 'Probable.' } as const;

/** The sentence that answers the question. It is the finding's own. */
export function verdictLead(conclusion: Conclusion, names: AccountNames): VerdictLead {
  switch (conclusion.kind) {
    case 'explained':
      return {
        sign: 'x',
        says: nameAccounts(conclusion.cause.summary, names),
        certainty: CERTAINTY[conclusion.certainty],
      };
    case 'undetermined':
      return { sign: 'warning', says: conclusion.says, certainty: '' };
    case 'would-fail-now':
      return { sign: 'x', says: nameAccounts(conclusion.says, names), certainty: '' };
    case 'would-pull-now':
      return { sign: 'white_check_mark', says: conclusion.says, certainty: '' };
    case 'out-of-sight':
      return { sign: 'information_source', says: conclusion.says, certainty: '' };
  }
}

/** Everything after the lead, most important first; parts without a line are left out. */
export function verdictParts(diagnosis: Diagnosis, names: AccountNames, isPictured: boolean): VerdictPart[] {
  return partsOf(diagnosis, isPictured ? [] : pathInWords(diagnosis))
    .filter((part) => part.lines.length > 0)
    .map((part) => withAccountNames(part, names));
}

function withAccountNames(part: VerdictPart, names: AccountNames): VerdictPart {
  return { ...part, lines: part.lines.map((line) => nameAccounts(line, names)) };
}

function partsOf(
  { incident, conclusion, findings, fixes, recovery }: Diagnosis,
  ways: VerdictPart['lines'],
): VerdictPart[] {
  const path = { heading: HEADINGS.paths, lines: ways };
  const wayBack = { heading: HEADINGS.recovery, lines: recoveryLines(recovery) };
  const statements = { heading: HEADINGS.statements, lines: statementLines(conclusion) };
  const offers = { heading: 'What can be done', lines: fixes.map(offerLine) };
  const acquitted = findings.filter((finding) => finding.verdict === 'pass' && finding.position.stage !== 'prevention');
  const ruledOut = (first: readonly Finding[]): VerdictPart['lines'] => [
    ...summaries(first.filter(isNoPath)),
    ...openPath(findings),
  ];
  switch (conclusion.kind) {
    case 'explained':
      return [
        { lines: summaries(conclusion.because) },
        wayBack,
        statements,
        { heading: 'Evidence', lines: evidenceOf([conclusion.cause, ...conclusion.because]) },
        path,
        { heading: 'Not checked, so there is room for doubt', lines: openQuestions(conclusion.unknown) },
        offers,
        { heading: 'This would stop the pull next', lines: summaries(conclusion.follows) },
        alsoWrongPart('Also wrong, not the cause', conclusion.alsoWrong),
        { heading: 'Ruled out', lines: ruledOut(nearestFirst(acquitted, conclusion.cause)), atMost: MOST_BACKGROUND },
      ];
    case 'undetermined':
      return [
        { heading: 'What I could not check', lines: openQuestions(conclusion.unknown) },
        path,
        offers,
        alsoWrongPart('Also wrong, not the cause', conclusion.alsoWrong),
        { heading: 'What is certain', lines: ruledOut(acquitted), atMost: MOST_BACKGROUND },
      ];
    case 'would-fail-now':
      return [
        wayBack,
        statements,
        { heading: 'Evidence', lines: evidenceOf([conclusion.next]) },
        path,
        offers,
        alsoWrongPart('Also wrong', conclusion.alsoWrong),
        { heading: 'What I checked', lines: ruledOut(acquitted), atMost: MOST_BACKGROUND },
      ];
    case 'would-pull-now':
      return [
        offers,
        alsoWrongPart('Wrong, but no reason for this failure', conclusion.alsoWrong),
        { heading: 'What I checked', lines: ruledOut(acquitted), atMost: MOST_BACKGROUND },
      ];
    case 'out-of-sight':
      return [{ heading: 'The message says', lines: incident.symptom === null ? [] : [code(incident.symptom.quote)] }];
  }
}

const KINDS: Readonly<Record<Fix['kind'], string>> = {
  repair: 'Repair, makes this pull work',
  prevent: 'Prevent, stops the next failure',
  undo: 'Undo, puts a fix back',
};

function offerLine(fix: Fix): string {
  return `${KINDS[fix.kind]}: ${fix.title}.`;
}

function alsoWrongPart(heading: string, alsoWrong: readonly Finding[]): VerdictPart {
  const preventive = alsoWrong.filter(({ position }) => position.stage === 'prevention');
  const others = alsoWrong.filter((finding) => !preventive.includes(finding));
  const first = summaries(others);
  return { heading, lines: [...first, ...summaries(preventive)], atMost: first.length + MOST_PREVENTIVE };
}

function summaries(findings: readonly Finding[]): string[] {
  return [...new Set(findings.map((finding) => finding.summary).filter((summary) => summary !== ''))];
}

/** A path at the start is the task's own, and none to ECR or S3. */
function isNoPath({ position }: Finding): boolean {
  return position.step !== 'path' || position.stage === 'start';
}

/** The hops of an open way are one line: each of them stands under all checks. Of a way with a gap, each hop counts. */
function openPath(findings: readonly Finding[]): readonly string[] {
  const hops = findings.filter((finding) => !isNoPath(finding) && finding.verdict !== 'not-applicable');
  const open = hops.filter(({ verdict }) => verdict === 'pass');
  if (open.length < hops.length || open.length < 2) return summaries(open);
  return [`The network path to ECR and S3 is open (${open.length} checks).`];
}

/** What was ruled out beside the cause says more than what was ruled out long before it. */
function nearestFirst(acquitted: readonly Finding[], cause: Finding): readonly Finding[] {
  const isNear = (finding: Finding): boolean => finding.position.stage === cause.position.stage;
  return [...acquitted.filter(isNear), ...acquitted.filter((finding) => !isNear(finding))];
}

/** Where and when is said once for all that one place answered: on a phone it would be half of each line. */
function evidenceOf(findings: readonly Finding[]): string[] {
  const byPlace = new Map<string, Evidence[]>();
  for (const evidence of findings.flatMap((finding) => finding.evidence)) {
    const where = `${evidence.place.account}, ${evidence.place.region}`;
    byPlace.set(where, [...(byPlace.get(where) ?? []), evidence]);
  }
  return [...byPlace].flatMap(([where, said]) => {
    const [first = '', ...others] = new Set(said.map(answerLine));
    // The oldest reading: nothing is called fresher than it is. Each one's own time stands under all checks.
    const [since = ''] = said.map(({ at }) => at).toSorted();
    return [`In ${where}, asked at ${since}: ${first}`, ...others];
  });
}

/** One thing that AWS said: which call, about what, what came back. */
function answerLine({ action, subject, observed }: Evidence): string {
  return `${code(action)} about ${code(subject)}: ${observed}`;
}

/** The same by itself, with where and when. */
export function evidenceLine(evidence: Evidence): string {
  const { place, at } = evidence;
  return `${answerLine(evidence)} (${place.account}, ${place.region}, asked at ${at})`;
}
