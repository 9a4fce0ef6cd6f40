import type { SlackMessage } from '../../src/sandbox/slack/wire.ts';
import { ANN, BEN, OPS } from '../../src/sandbox/slack/workspace.ts';
import type { World } from '../../src/sandbox/worlds/world.ts';
import { ACTION_IDS, METADATA_TYPES } from '../../src/slack/blocks/action-ids.ts';
import type { Stage } from './restart-stage.ts';

/** Patience, not a measure: an engine takes some ten seconds to call a process dead. */
const PATIENCE = { timeoutMs: 60_000 };

export type Question = 'an error' | 'a command';

/** Answers with the thread that the question opens; `null` when that is left to the bot. */
export async function ask({ slack }: Stage, question: Question, world: World): Promise<string | null> {
  const who = { user: ANN.id, channel: OPS.id };
  if (question === 'an error') return (await slack.post({ ...who, text: world.message })).ts;
  await slack.slash({ ...who, command: '/ecr', text: `why ${world.message}` });
  return null;
}

/** Everything that the bot has said to all, in order. */
export function told({ slack }: Pick<Stage, 'slack'>): readonly SlackMessage[] {
  return slack.messages(OPS.id).filter(({ metadata }) => metadata !== undefined);
}

const kindOf = ({ metadata }: SlackMessage): unknown => metadata?.['event_type'];
export const kindsOf = (messages: readonly SlackMessage[]): readonly unknown[] => messages.map(kindOf);

/** Ann asks for the fix of the verdict, and Ben approves it. Answers with the message of her request. */
export async function approveFix({ slack }: Stage): Promise<SlackMessage> {
  const [channel, ann, ben] = [OPS.id, ANN.id, BEN.id];
  const posted = (kind: string) => slack.waitForMessage({ channel, where: (one) => kindOf(one) === kind, ...PATIENCE });
  const { ts } = await posted(METADATA_TYPES.verdict);
  await slack.click({ channel, user: ann, ts, actionId: `${ACTION_IDS.openFix}:0` });
  const aside = await slack.waitForMessage({ channel, ephemeralTo: ann, ...PATIENCE });
  await slack.click({ channel, user: ann, ts: aside.ts, actionId: ACTION_IDS.askForFix });
  await slack.waitFor(() => slack.modal(ann), PATIENCE.timeoutMs);
  await slack.submit({ user: ann, values: {} });
  const request = await posted(METADATA_TYPES.fixRequest);
  await slack.click({ channel, user: ben, ts: request.ts, actionId: ACTION_IDS.approveFix });
  await slack.waitFor(() => slack.modal(ben), PATIENCE.timeoutMs);
  await slack.submit({ user: ben, values: {} });
  return request;
}
