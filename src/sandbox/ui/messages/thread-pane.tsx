import { useMemo, useState } from 'react';
import { Composer } from './composer.tsx';
import { Icon } from '../parts/icons.tsx';
import { MessageList } from './message-list.tsx';
import { threadMessages, type WorkspaceView } from '../workspace/workspace-view.ts';

interface Props {
  readonly view: WorkspaceView;
  readonly channel: string;
  readonly threadTs: string;
  readonly onClose: () => void;
  readonly onFailure: (reason: string) => void;
}

export function ThreadPane({ view, channel, threadTs, onClose, onFailure }: Props) {
  const [text, setText] = useState('');
  const shown = useMemo(() => threadMessages(view, channel, threadTs), [view, channel, threadTs]);
  const name = view.channels.find(({ id }) => id === channel)?.name ?? '';
  const status = view.statuses.find((candidate) => candidate.channel === channel && candidate.threadTs === threadTs);
  return (
    <aside className="pane thread-pane" aria-label="Thread" data-testid="thread-pane">
      <header className="pane-head">
        <h2>
          Thread <span>#{name}</span>
        </h2>
        <button
          type="button"
          className="icon-button"
          aria-label="Close thread"
          data-testid="close-thread"
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </header>
      <MessageList
        channel={channel}
        shown={shown}
        label="Messages of the thread"
        testId="thread-messages"
        onFailure={onFailure}
      />
      <p className="status" role="status" data-testid="thread-status">
        {status !== undefined && `${view.app.name} ${status.text}`}
      </p>
      <Composer
        channel={channel}
        threadTs={threadTs}
        placeholder="Reply…"
        text={text}
        testIds={{ input: 'thread-composer', send: 'thread-send' }}
        onText={setText}
        onFailure={onFailure}
      />
    </aside>
  );
}
