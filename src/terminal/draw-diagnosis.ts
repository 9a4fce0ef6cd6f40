import { HEADINGS, openQuestions, statementsToChange, toDo } from '../domain/conclusion-words.ts';
import type { Conclusion, Diagnosis } from '../domain/diagnosis.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { Finding } from '../domain/finding.ts';
import type { Fix } from '../domain/fix.ts';
import type { Recovery } from '../domain/recovery.ts';
import type { StatementChange } from '../domain/statement-change.ts';
import { shortName } from '../domain/image-reference.ts';
import { pathInWords } from '../picture/path-to-show.ts';
import { safeText } from './safe-text.ts';

const MARKS = { pass: '✓', fail: '✗', unknown: '?', 'not-applicable': '–' } as const;

/** A diagnosis for a terminal: the answer first, then its evidence, then everything that was asked. No colours, so that it can be piped. */
export function drawDiagnosis(diagnosis: Diagnosis): string {
  const { incident, conclusion, findings, fixes, recovery } = diagnosis;
  const sections = [
    answerSection(conclusion),
    section(
      'The message says',
      conclusion.kind === 'out-of-sight' && incident.symptom !== null ? [incident.symptom.quote] : [],
    ),
    section(HEADINGS.recovery, recovery.flatMap(drawRecovery)),
    section(HEADINGS.statements, statementsToChange(conclusion).flatMap(drawStatement)),
    section('Evidence', evidenceLines(conclusion)),
    section(HEADINGS.paths, pathInWords(diagnosis)),
    section('Could not be checked', openQuestions(unknownOf(conclusion))),
    section(
      'Also wrong, not the cause',
      alsoWrongOf(conclusion).map(({ summary }) => summary),
    ),
    section('Fixes', fixes.map(drawFix)),
    section(
      'Everything asked',
      findings.map(({ verdict, question, summary }) => `${MARKS[verdict]} ${question} ${summary}`),
    ),
  ];
  const title = incident.image === null ? 'No image is named.' : `Why can ${shortName(incident.image)} not be pulled?`;
  return `${withoutMilliseconds(safeText([title, ...sections.filter((text) => text !== '')].join('\n\n')))}\n`;
}

/** AWS's times end in `.000Z` mostly, and nobody at a terminal counts in less than seconds. */
function withoutMilliseconds(text: string): string {
  return text.replaceAll(/(?<=T\d\d:\d\d:\d\d)\.\d{3}(?=Z)/g, '');
}

function answerSection(conclusion: Conclusion): string {
  if (conclusion.kind !== 'explained') return conclusion.says;
  const { cause, certainty, because, follows } = conclusion;
  return [
    `${cause.summary} (${certainty})`,
    ...because.map(({ summary }) => summary),
    ...follows.map(({ summary }) => `It would fail next: ${summary}`),
  ].join('\n');
}

/** Two findings may build on one answer. */
function evidenceLines(conclusion: Conclusion): readonly string[] {
  return [...new Set(evidenceOf(conclusion).map((evidence) => withoutMilliseconds(drawEvidence(evidence))))];
}

/** Whole and on one line, to be copied. */
function drawStatement(change: StatementChange): readonly string[] {
  return [`${toDo(change)}:`, `  ${change.statement}`];
}

function evidenceOf(conclusion: Conclusion): readonly Evidence[] {
  if (conclusion.kind === 'would-fail-now') return conclusion.next.evidence;
  if (conclusion.kind !== 'explained') return [];
  return [conclusion.cause, ...conclusion.because].flatMap(({ evidence }) => evidence);
}

/** What could hide the cause; what the text acquits is told with everything else that was asked. */
function unknownOf(conclusion: Conclusion): readonly Finding[] {
  return conclusion.kind === 'explained' || conclusion.kind === 'undetermined' ? conclusion.unknown : [];
}

function alsoWrongOf(conclusion: Conclusion): readonly Finding[] {
  return conclusion.kind === 'out-of-sight' ? [] : conclusion.alsoWrong;
}

function drawEvidence({ action, place, subject, observed, at }: Evidence): string {
  return `${action} in ${place.account} ${place.region} at ${at}: ${subject}: ${observed}`;
}

function drawRecovery({ says, byHand }: Recovery): readonly string[] {
  return [says, ...byHand.map((command) => `  $ ${command}`)];
}

function drawFix({ kind, title, effect, calls }: Fix): string {
  return `${title} (${kind}). ${effect} Sends ${calls.map(({ action, input }) => `${action} ${JSON.stringify(input)}`).join(', ')}`;
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [title, ...lines.map((line) => `  ${line}`)].join('\n');
}
