import { useLayoutEffect, useRef, type ReactNode } from 'react';
import type { SlackMessage } from '../../slack/wire.ts';
import { Message } from './message.tsx';
import type { ShownMessage } from '../workspace/workspace-view.ts';

interface Props {
  readonly channel: string;
  readonly shown: readonly ShownMessage[];
  readonly label: string;
  readonly testId: string;
  readonly onOpenThread?: (ts: string) => void;
  readonly onFailure: (reason: string) => void;
  /** Stands before the first message. */
  readonly children?: ReactNode;
}

const SAME_BREATH_S = 5 * 60;
/** How near to its resting place a reader counts as following along, in pixels. */
const NEAR_END_PX = 120;

/** Messages in order. It follows what is new, a long one from its head, unless the reader has scrolled up. */
export function MessageList({ channel, shown, label, testId, onOpenThread, onFailure, children }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const isFollowing = useRef(true);
  useLayoutEffect(() => {
    const element = list.current;
    if (element !== null && isFollowing.current) element.scrollTop = restingPlace(element);
  }, [shown]);
  return (
    <div
      ref={list}
      className="message-list"
      role="log"
      aria-live="off"
      aria-label={label}
      tabIndex={0}
      data-testid={testId}
      onScroll={({ currentTarget }) => {
        isFollowing.current = restingPlace(currentTarget) - currentTarget.scrollTop < NEAR_END_PX;
      }}
    >
      <div className="message-list-inner">
        {children}
        {shown.map(({ message, isEphemeral }, index) => (
          <Message
            key={message.ts}
            channel={channel}
            message={message}
            isEphemeral={isEphemeral}
            isContinued={!isEphemeral && continues(shown[index - 1], message)}
            onFailure={onFailure}
            {...(onOpenThread && { onOpenThread })}
          />
        ))}
      </div>
    </div>
  );
}

/** Where a follower's eyes belong: at the end, but never past the head of the newest message, which says the most. */
function restingPlace(list: HTMLElement): number {
  const end = list.scrollHeight - list.clientHeight;
  const newest = [...list.querySelectorAll('article')].at(-1);
  if (newest === undefined) return end;
  return Math.min(end, list.scrollTop + newest.getBoundingClientRect().top - list.getBoundingClientRect().top);
}

function continues(previous: ShownMessage | undefined, message: SlackMessage): boolean {
  if (previous === undefined || previous.isEphemeral) return false;
  const { message: before } = previous;
  const isSameAuthor =
    before.user === message.user && before.bot_id === message.bot_id && before.username === message.username;
  // What an app says in blocks is a message of its own, with its head: the buttons below it are easier to find.
  const isPlain = message.bot_id === undefined || message.blocks === undefined;
  return (
    isSameAuthor && isPlain && (before.reply_count ?? 0) === 0 && Number(message.ts) - Number(before.ts) < SAME_BREATH_S
  );
}
