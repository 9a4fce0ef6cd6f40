import type { BlockAction, ButtonAction, RespondFn } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Drawn } from './blocks/drawn.ts';
import { drawNotice } from './blocks/notice.ts';
import { drawRefusal } from './blocks/refusal.ts';
import type { RefusalKey } from './blocks/refusal.ts';
import { whyNotHere } from './incoming/channel-rule.ts';
import type { Edge } from './edge.ts';
import type { Person } from './ports.ts';
import { slackErrorCode } from './slack-errors.ts';

/** A pressed button: by whom, where, and which key it carries. Anybody who can see a button can press it. */
export interface Press {
  readonly person: Person;
  /** `null` in the App Home. */
  readonly place: PressPlace | null;
  /** The key, as it came back: to be looked up, never to be believed. */
  readonly value: string;
  /** Tells the presser something that nobody else sees. */
  readonly say: (drawn: Drawn) => Promise<void>;
  /** Opens a form. Slack allows that once, within three seconds of the click. */
  readonly open: (view: ModalView) => Promise<void>;
}

export interface PressPlace {
  readonly channel: string;
  /** `null` below what was said to one person alone, outside of any thread. */
  readonly threadTs: string | null;
  /** Where to answer the presser alone, for half an hour. */
  readonly responseUrl: string;
}

export interface ButtonPressed {
  readonly body: BlockAction;
  readonly action: ButtonAction;
  readonly respond: RespondFn;
}

export function readPress(edge: Edge, { body, action, respond }: ButtonPressed): Press {
  const place = placeOf(body);
  const openView = async (view: ModalView): Promise<void> => {
    await edge.clients.steady.views.open({ trigger_id: body.trigger_id, view });
  };
  const say = async (drawn: Drawn): Promise<void> => {
    if (place === null) return openView(drawNotice(drawn));
    const thread = place.threadTs === null ? {} : { thread_ts: place.threadTs };
    await respond({ response_type: 'ephemeral', replace_original: false, ...thread, ...drawn });
  };
  return {
    person: { user: body.user.id, team: body.user.team_id ?? '' },
    place,
    value: action.value ?? '',
    say,
    async open(view) {
      try {
        await openView(view);
      } catch (error) {
        if (slackErrorCode(error) !== 'expired_trigger_id') throw error;
        await say(drawRefusal('too-slow'));
      }
    },
  };
}

/** Why this press counts for nothing here, whoever it is by; `null` when it may count. */
export async function whyNotPressed(edge: Edge, { person, place }: Press): Promise<RefusalKey | null> {
  if (place !== null) return whyNotHere(edge, place.channel, person);
  return person.team === edge.self().team ? null : 'other-company';
}

/** From the container: what was said to one person alone comes back without its message (slackapi/java-slack-sdk#1200). */
function placeOf({ channel, container, response_url: responseUrl }: BlockAction): PressPlace | null {
  if (channel === undefined) return null;
  const { message_ts: ts, thread_ts: parentTs, is_ephemeral: isPrivate } = container;
  const begins: unknown = isPrivate === true ? null : ts;
  const threadTs: unknown = parentTs ?? begins;
  return { channel: channel.id, threadTs: typeof threadTs === 'string' ? threadTs : null, responseUrl };
}
