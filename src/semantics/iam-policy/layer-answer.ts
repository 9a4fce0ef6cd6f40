import type { NearMiss, StatementRef } from './access-decision.ts';
import type { ControlLevel, NamedDocument } from './policy-set.ts';
import type { PrincipalAnswer } from './principal-match.ts';
import { applies, matchStatement, type PrincipalRule, type StatementMatch, type Subject } from './statement-match.ts';
import { UNKNOWN, allOf, anyOf, type Answer } from './truth.ts';

/** What one layer of policies says of a request. */
export interface LayerAnswer {
  readonly deny: Answer;
  /** By how closely the allowing statement names the principal: see `PrincipalAnswer`. */
  readonly allow: PrincipalAnswer;
  /** The statement that settles it, or on which it hangs. */
  readonly statement: StatementRef | null;
  readonly nearMisses: readonly NearMiss[];
  /** Of control policies: the level, counted from the root, that does not say yes. */
  readonly level?: number;
}

/** A layer that could not be read: it may allow, and it may deny. */
export const UNREAD_LAYER: LayerAnswer = {
  deny: UNKNOWN,
  allow: { atAll: UNKNOWN, byRole: UNKNOWN, directly: UNKNOWN },
  statement: null,
  nearMisses: [],
};

/** All documents of a layer together: any `Allow` grants, any `Deny` forbids. */
export function askDocuments(documents: readonly NamedDocument[], rule: PrincipalRule, subject: Subject): LayerAnswer {
  const asked = documents.flatMap((document) => askStatements(document, rule, subject));
  const isUnread = documents.some(({ document }) => document === 'unknown');
  const unread = isUnread ? [UNKNOWN] : [];
  const denials = asked.filter(({ effect }) => effect === 'Deny');
  const grants = asked.filter(({ effect }) => effect === 'Allow');
  const allowed = (closeness: keyof PrincipalAnswer): Answer =>
    anyOf([...grants.map(({ match }) => applies(match, closeness)), ...unread]);
  return {
    deny: anyOf([...denials.map(({ match }) => applies(match, 'atAll')), ...unread]),
    allow: { atAll: allowed('atAll'), byRole: allowed('byRole'), directly: allowed('directly') },
    statement: settlingStatement(denials, grants),
    nearMisses: grants.flatMap(nearMiss),
  };
}

/** Service and resource control policies: each level must allow. */
export function askLevels(levels: readonly ControlLevel[], rule: PrincipalRule, subject: Subject): LayerAnswer {
  const answers = levels.map((level) => (level === 'unknown' ? UNREAD_LAYER : askDocuments(level, rule, subject)));
  const allowed = (closeness: keyof PrincipalAnswer): Answer => allOf(answers.map(({ allow }) => allow[closeness]));
  const level = levelWithoutYes(answers);
  return {
    deny: anyOf(answers.map(({ deny }) => deny)),
    allow: { atAll: allowed('atAll'), byRole: allowed('byRole'), directly: allowed('directly') },
    statement: answers.at(level)?.statement ?? null,
    nearMisses: answers.at(level)?.nearMisses ?? [],
    ...(level !== -1 && { level }),
  };
}

/** One that denies before one that is silent, and one that is silent before one that may be either; -1: all say yes. */
function levelWithoutYes(answers: readonly LayerAnswer[]): number {
  const order: readonly ((answer: LayerAnswer) => boolean)[] = [
    ({ deny }) => deny.truth === 'yes',
    ({ allow }) => allow.atAll.truth === 'no',
    ({ deny, allow }) => deny.truth === 'unknown' || allow.atAll.truth === 'unknown',
  ];
  return order.map((says) => answers.findIndex(says)).find((found) => found !== -1) ?? -1;
}

interface AskedStatement {
  readonly ref: StatementRef;
  readonly effect: 'Allow' | 'Deny';
  readonly match: StatementMatch;
}

function askStatements({ name, document }: NamedDocument, rule: PrincipalRule, subject: Subject): AskedStatement[] {
  if (document === 'unknown') return [];
  return document.statements.map((statement, index) => ({
    ref: { document: name, index, ...(statement.sid === undefined ? {} : { sid: statement.sid }) },
    effect: statement.effect,
    match: matchStatement(statement, document.version, rule, subject),
  }));
}

/** A matching `Deny` before everything, then what could still be one, then the `Allow` that names most closely. */
function settlingStatement(denials: readonly AskedStatement[], grants: readonly AskedStatement[]): StatementRef | null {
  const order: readonly (readonly [readonly AskedStatement[], keyof PrincipalAnswer, Answer['truth']])[] = [
    [denials, 'atAll', 'yes'],
    [denials, 'atAll', 'unknown'],
    [grants, 'directly', 'yes'],
    [grants, 'byRole', 'yes'],
    [grants, 'atAll', 'yes'],
    [grants, 'atAll', 'unknown'],
  ];
  for (const [statements, closeness, truth] of order) {
    const found = statements.find(({ match }) => applies(match, closeness).truth === truth);
    if (found !== undefined) return found.ref;
  }
  return null;
}

/** An `Allow` that names the action and does not surely apply. */
function nearMiss({ ref, match }: AskedStatement): readonly NearMiss[] {
  if (match.action.truth !== 'yes' || applies(match, 'atAll').truth === 'yes') return [];
  const conditions = match.conditions.filter(({ answer }) => answer.truth !== 'yes').map(({ condition }) => condition);
  const fails: readonly (readonly [NearMiss['fails'][number], boolean])[] = [
    ['principal', match.principal.atAll.truth !== 'yes'],
    ['resource', match.resource.truth !== 'yes'],
    ['condition', conditions.length > 0],
  ];
  return [{ statement: ref, fails: fails.filter(([, failed]) => failed).map(([part]) => part), conditions }];
}
