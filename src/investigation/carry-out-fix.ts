import { CHECKS } from '../checks/index.ts';
import type { Timestamp } from '../domain/aws.ts';
import type { EcrIncident } from '../domain/check.ts';
import type { FactSource } from '../domain/facts.ts';
import type { Fix, FixOutcome, FixOutcomeKind } from '../domain/fix.ts';
import { FIXERS } from '../fixers/index.ts';
import { isSameJson } from '../lib/same-json.ts';
import { learnAll, type OnBug, runCheck } from './run-check.ts';
import { describeGap } from './describe-gap.ts';

/** What carrying out a fix needs from the rest of the house. */
export interface Workshop {
  /** A source that has read nothing yet: what was learned before the click does not count. */
  readonly freshSource: () => FactSource;
  /** Sends the calls with the fixing role; answers with AWS's reason when it refuses one. */
  readonly send: (calls: Fix['calls']) => Promise<{ readonly refused: string | null }>;
  readonly now: () => Timestamp;
  readonly onBug: OnBug;
  /** An earlier run of this very fix had begun to send: what stands in place may be its own work. */
  readonly mayHaveSent: boolean;
}

/**
 * An approved fix → what came of it: the state is read again and compared with the plan's, the calls are sent, and the
 * check that asked for the fix is asked again. A second run of the same fix finds its state in place and only verifies.
 */
export async function carryOutFix(fix: Fix, incident: EcrIncident, workshop: Workshop): Promise<FixOutcome> {
  const outcome = (kind: FixOutcomeKind, says: string): FixOutcome => ({ kind, says, at: workshop.now() });

  const found = await readState(fix, incident, workshop);
  if ('unreadable' in found)
    return outcome('unreadable', `Nothing was changed: the state could not be read again. ${found.unreadable}`);
  const isInPlace = isSameJson(found.state, fix.after.fields);
  if (isInPlace && !workshop.mayHaveSent) {
    return outcome(
      'changed-meanwhile',
      'Nothing had to be changed: somebody has already put the setting as this plan would.',
    );
  }
  if (!isInPlace) {
    if (!isSameJson(found.state, fix.before.fields)) {
      return outcome(
        'changed-meanwhile',
        'Nothing was changed: the setting is no longer the one that this plan was made for. Ask again for a new plan.',
      );
    }
    const { refused } = await workshop.send(fix.calls);
    if (refused !== null) return outcome('refused', `AWS refused the change: ${refused}`);
  }

  const seen = await readState(fix, incident, workshop);
  if (!('state' in seen) || !isSameJson(seen.state, fix.after.fields)) {
    return outcome('not-verified', 'The change was sent, but reading the state again does not show it yet.');
  }
  if (fix.kind === 'undo') return outcome('verified', 'The setting is what it was before the fix.');

  const check = CHECKS.find(({ id }) => id === fix.check);
  if (check === undefined) throw new Error(`fix ${fix.id} names a check that does not exist: ${fix.check}`);
  const finding = await runCheck(check, workshop.freshSource(), incident, workshop.onBug);
  return outcome(finding.verdict === 'pass' ? 'verified' : 'not-verified', finding.summary);
}

type State = { readonly state: unknown } | { readonly unreadable: string };

async function readState(fix: Fix, incident: EcrIncident, { freshSource }: Workshop): Promise<State> {
  const fixer = FIXERS.find(({ id }) => id === fix.id);
  if (fixer === undefined) return { unreadable: `No fixer is called ${fix.id}.` };
  const { facts, gaps } = await learnAll([fix.before.fact], freshSource(), incident);
  if (gaps.length > 0) return { unreadable: gaps.map(describeGap).join(' ') };
  return { state: fixer.snapshot(facts)?.fields ?? null };
}
