import type { SlackMessage } from '../../slack/wire.ts';
import { act } from '../act.ts';
import { useDirectory } from '../workspace/directory.tsx';
import { Icon } from '../parts/icons.tsx';
import { Menu } from '../parts/menu.tsx';

interface Props {
  readonly channel: string;
  readonly message: SlackMessage;
  readonly onOpenThread: ((ts: string) => void) | undefined;
  readonly onFailure: (reason: string) => void;
}

/** What one can do with a message: answer in its thread, or hand it to a shortcut of the app. */
export function MessageTools({ channel, message, onOpenThread, onFailure }: Props) {
  const { app, me } = useDirectory();
  const run = async (callbackId: string) => {
    const outcome = await act({ kind: 'shortcut', user: me, channel, ts: message.ts, callbackId });
    if (outcome.kind === 'failed') onFailure(outcome.reason);
  };
  return (
    <div className="message-tools">
      {onOpenThread !== undefined && (
        <button
          type="button"
          className="icon-button reply-button"
          aria-label="Reply in thread"
          title="Reply in thread"
          data-testid="reply-in-thread"
          onClick={() => onOpenThread(message.thread_ts ?? message.ts)}
        >
          <Icon name="thread" size={16} />
        </button>
      )}
      <Menu label="More actions" testId="message-menu">
        {onOpenThread !== undefined && (
          <button type="button" onClick={() => onOpenThread(message.thread_ts ?? message.ts)}>
            Reply in thread
          </button>
        )}
        <p>{app.name}</p>
        {app.messageShortcuts.map(({ callbackId, name }) => (
          <button
            key={callbackId}
            type="button"
            data-testid={`shortcut-${callbackId}`}
            onClick={() => void run(callbackId)}
          >
            {name}
          </button>
        ))}
      </Menu>
    </div>
  );
}
