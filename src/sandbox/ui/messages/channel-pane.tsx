import { useMemo } from 'react';
import { Composer } from './composer.tsx';
import { MessageList } from './message-list.tsx';
import { channelMessages, type WorkspaceView } from '../workspace/workspace-view.ts';

interface Props {
  readonly view: WorkspaceView;
  readonly channel: WorkspaceView['channels'][number];
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onOpenThread: (ts: string) => void;
  readonly onFailure: (reason: string) => void;
}

export function ChannelPane({ view, channel, text, onText, onOpenThread, onFailure }: Props) {
  const shown = useMemo(() => channelMessages(view, channel.id), [view, channel.id]);
  const isBotHere = channel.memberIds.includes(view.app.botUserId);
  return (
    <>
      <MessageList
        channel={channel.id}
        shown={shown}
        label={`Messages in #${channel.name}`}
        testId="message-list"
        onOpenThread={onOpenThread}
        onFailure={onFailure}
      >
        <Welcome name={channel.name} appName={view.app.name} isBotHere={isBotHere} />
      </MessageList>
      <Composer
        channel={channel.id}
        placeholder={`Message #${channel.name}`}
        text={text}
        testIds={{ input: 'composer', send: 'send' }}
        onText={onText}
        onFailure={onFailure}
      />
    </>
  );
}

function Welcome({
  name,
  appName,
  isBotHere,
}: {
  readonly name: string;
  readonly appName: string;
  readonly isBotHere: boolean;
}) {
  return (
    <div className="welcome">
      <h2>#{name}</h2>
      {isBotHere ? (
        <p>
          Ask <code>/ecr why …</code>, paste an error that says an image cannot be pulled, or take one from the list of
          worlds.
        </p>
      ) : (
        <p>
          {appName} is not in this channel. <code>/invite @{appName}</code> brings it in.
        </p>
      )}
    </div>
  );
}
