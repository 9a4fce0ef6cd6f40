import { memo, useMemo } from 'react';
import type { SlackMessage } from '../../slack/wire.ts';
import { act } from '../act.ts';
import { authorOf, Avatar } from './avatar.tsx';
import { Blocks } from '../blocks/blocks.tsx';
import { Emoji } from '../blocks/emoji.tsx';
import { Mrkdwn } from '../blocks/text.tsx';
import { clockTime, isoTime } from './clock-time.ts';
import { useDirectory } from '../workspace/directory.tsx';
import { Extras } from './extras.tsx';
import { Icon } from '../parts/icons.tsx';
import { MessageTools } from './message-tools.tsx';
import { SurfaceProvider, type Surface } from '../surface.tsx';

interface Props {
  readonly channel: string;
  readonly message: SlackMessage;
  readonly isEphemeral: boolean;
  /** The one before is by the same author and recent: the name is not said again. */
  readonly isContinued: boolean;
  /** Absent within a thread, where there is none to open. */
  readonly onOpenThread?: (ts: string) => void;
  readonly onFailure: (reason: string) => void;
}

export const Message = memo(function Message({
  channel,
  message,
  isEphemeral,
  isContinued,
  onOpenThread,
  onFailure,
}: Props) {
  const directory = useDirectory();
  const { me } = directory;
  const author = authorOf(message, directory);
  const surface = useMemo<Surface>(
    () => ({
      errors: {},
      fill: () => {},
      press: async (blockId, element) => {
        const outcome = await act({
          kind: 'click',
          user: me,
          channel,
          ts: message.ts,
          blockId,
          element: { ...element },
        });
        if (outcome.kind === 'failed') onFailure(outcome.reason);
      },
    }),
    [me, channel, message.ts, onFailure],
  );
  const kind = `${isEphemeral ? ' message-ephemeral' : ''}${isContinued ? ' message-continued' : ''}`;
  return (
    <article
      className={`message${kind}`}
      aria-label={`${author.name}, ${clockTime(message.ts)}`}
      data-testid={isEphemeral ? 'ephemeral-message' : 'message'}
      data-ts={message.ts}
    >
      {isEphemeral && (
        <p className="only-you">
          <Icon name="eye" size={14} /> Only visible to you
          <button
            type="button"
            className="link-button"
            onClick={() => void act({ kind: 'dismiss', user: me, ts: message.ts })}
          >
            Dismiss
          </button>
        </p>
      )}
      {isContinued ? <time className="gutter-time">{clockTime(message.ts)}</time> : <Avatar author={author} />}
      <div className="message-body">
        {!isContinued && (
          <div className="message-head">
            <span className="author">{author.name}</span>
            {author.isApp && <span className="app-badge">App</span>}
            <time dateTime={isoTime(message.ts)}>{clockTime(message.ts)}</time>
            {message.is_streaming === true && <span className="streaming">writing…</span>}
          </div>
        )}
        <SurfaceProvider value={surface}>
          <Content message={message} />
        </SurfaceProvider>
        <Extras message={message} />
        {onOpenThread !== undefined && <ThreadLink message={message} onOpen={onOpenThread} />}
      </div>
      {!isEphemeral && (
        <MessageTools channel={channel} message={message} onOpenThread={onOpenThread} onFailure={onFailure} />
      )}
    </article>
  );
});

function Content({ message }: { readonly message: SlackMessage }) {
  const { blocks = [], text, edited } = message;
  return (
    <div className="message-content">
      {blocks.length > 0 ? <Blocks blocks={blocks} /> : text !== '' && <Mrkdwn text={text} />}
      {edited !== undefined && <span className="edited"> (edited)</span>}
      {(message.reactions ?? []).length > 0 && (
        <ul className="reactions" aria-label="Reactions">
          {message.reactions?.map(({ name, count }) => (
            <li key={name} aria-label={`${name}, ${count}`}>
              <Emoji name={name} /> {count}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function ThreadLink({ message, onOpen }: { readonly message: SlackMessage; readonly onOpen: (ts: string) => void }) {
  const { reply_count: count = 0, latest_reply: latest, ts } = message;
  if (count === 0) return null;
  return (
    <button type="button" className="thread-link" data-testid="open-thread" onClick={() => onOpen(ts)}>
      <Icon name="thread" size={16} />
      <strong>{count === 1 ? '1 reply' : `${count} replies`}</strong>
      {latest !== undefined && <span>last at {clockTime(latest)}</span>}
    </button>
  );
}
