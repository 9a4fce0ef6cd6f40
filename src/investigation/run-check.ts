import { CHECKS } from '../checks/index.ts';
import type { Check, EcrIncident } from '../domain/check.ts';
import type { Gap } from '../domain/evidence.ts';
import type { FactName, Facts, FactSource, Learned } from '../domain/facts.ts';
import type { Finding } from '../domain/finding.ts';
import type { Incident } from '../domain/incident.ts';
import { fillTemplate } from '../lib/fill-template.ts';
import { describeGap } from './describe-gap.ts';

/** Told when a check crashed: a bug of ours, which costs this one check and nothing else. */
export type OnBug = (check: string, error: unknown) => void;

/** The checks that are asked whatever the others say. */
export function firstQuestions(incident: Incident): readonly Check[] {
  return CHECKS.filter((check) => check.after === undefined && isConcerned(check, incident));
}

/** The checks that are asked only because `check` failed. What they concern, it has settled. */
export function secondQuestions(check: string): readonly Check[] {
  return CHECKS.filter(({ after }) => after?.includes(check) === true);
}

/** The checks that the text does not speak of: asked only before a pull is called fine. */
export function lastQuestions(incident: Incident): readonly Check[] {
  return CHECKS.filter((check) => check.after === undefined && !isConcerned(check, incident));
}

function isConcerned({ concerns }: Check, { symptom }: Incident): boolean {
  return concerns === undefined || symptom === null || concerns.includes(symptom.kind);
}

/** One check with its facts → one finding. The only place where a gap or a bug becomes `unknown`. */
export async function runCheck(
  check: Check,
  source: FactSource,
  incident: EcrIncident,
  onBug: OnBug,
): Promise<Finding> {
  try {
    const learned = await learnAll(check.needs, source, incident);
    if (learned.gaps.length > 0)
      return unknown(check, learned.gaps, [...new Set(learned.gaps.map(describeGap))].join(' '));
    const evaluation = check.evaluate(learned.facts, incident);
    const { answer, data = {}, stage = check.stage, step = check.step, statements = [], explains, atMost } = evaluation;
    const meaning = check.answers[answer];
    if (meaning === undefined) throw new Error(`${check.id} gave an answer that it does not declare: ${answer}`);
    const summary = fillTemplate(meaning.says, data);
    return {
      ...head(check),
      position: { stage, step },
      verdict: meaning.verdict,
      answer,
      data,
      summary,
      evidence: learned.evidence,
      gaps: [],
      ...(statements.length > 0 && { statements }),
      ...((explains === false || !isConcerned(check, incident)) && { explains: false as const }),
      ...(atMost !== undefined && { atMost }),
    };
  } catch (error) {
    onBug(check.id, error);
    return unknown(check, [], 'This check failed to run: that is a fault of ecr-why, not of the pull.');
  }
}

/** Facts that are all known, or the gaps that keep us from knowing. */
export async function learnAll(
  needs: readonly FactName[],
  source: FactSource,
  incident: EcrIncident,
): Promise<{ facts: Facts; gaps: readonly Gap[]; evidence: Finding['evidence'] }> {
  const learned = await Promise.all(
    needs.map(async (name): Promise<[FactName, Learned<FactName>]> => [name, await source.learn(name, incident)]),
  );
  const gaps = learned.flatMap(([, fact]) => (fact.known ? [] : [fact.gap]));
  const evidence = learned.flatMap(([, fact]) => (fact.known ? fact.evidence : []));
  const values = Object.fromEntries(learned.flatMap(([name, fact]) => (fact.known ? [[name, fact.value]] : [])));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The one cast that keeps the promise `needs` makes: every declared name is here, or `gaps` is not empty.
  return { facts: values as unknown as Facts, gaps, evidence: unique(evidence) };
}

function head(check: Check): Pick<Finding, 'check' | 'question' | 'position' | 'after' | 'supersedes'> {
  const { id, question, stage, step, after = [], supersedes } = check;
  return { check: id, question, position: { stage, step }, after, ...(supersedes !== undefined && { supersedes }) };
}

function unknown(check: Check, gaps: readonly Gap[], summary: string): Finding {
  const from = check.from === undefined ? {} : { from: check.from };
  return { ...head(check), ...from, verdict: 'unknown', answer: null, data: {}, summary, evidence: [], gaps };
}

function unique(evidence: Finding['evidence']): Finding['evidence'] {
  return [...new Map(evidence.map((each) => [JSON.stringify(each), each])).values()];
}
