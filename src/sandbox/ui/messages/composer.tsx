import { useEffect, useRef, type KeyboardEvent } from 'react';
import { act } from '../act.ts';
import { useDirectory } from '../workspace/directory.tsx';
import { Icon } from '../parts/icons.tsx';

interface Props {
  readonly channel: string;
  readonly threadTs?: string;
  readonly placeholder: string;
  readonly text: string;
  readonly testIds: { readonly input: string; readonly send: string };
  readonly onText: (text: string) => void;
  readonly onFailure: (reason: string) => void;
}

/** Where one writes. Enter sends, Shift+Enter begins a line; a text that starts with a slash is a command. */
export function Composer({ channel, threadTs, placeholder, text, testIds, onText, onFailure }: Props) {
  const { me } = useDirectory();
  const input = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = input.current;
    if (element === null) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [text]);
  const send = async () => {
    if (text.trim() === '') return;
    onText('');
    input.current?.focus();
    const outcome = await act(actionFor(text, me, channel, threadTs));
    if (outcome.kind === 'failed') onFailure(outcome.reason);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };
  return (
    <div className="composer">
      {threadTs === undefined && (
        <CommandHints
          text={text}
          onPick={(command) => {
            onText(`${command} `);
            input.current?.focus();
          }}
        />
      )}
      <div className="composer-box">
        <textarea
          ref={input}
          rows={1}
          value={text}
          aria-label={placeholder}
          placeholder={placeholder}
          data-testid={testIds.input}
          onKeyDown={onKeyDown}
          onChange={(event) => onText(event.target.value)}
        />
        <button
          type="button"
          className="send"
          aria-label="Send"
          title="Send (Enter)"
          data-testid={testIds.send}
          disabled={text.trim() === ''}
          onClick={() => void send()}
        >
          <Icon name="send" />
        </button>
      </div>
    </div>
  );
}

/** Slack takes commands in channels only: in a thread, a slash is just a character. */
function actionFor(text: string, user: string, channel: string, threadTs: string | undefined) {
  const [, command, rest = ''] = /^(\/[a-z][a-z0-9_-]*)(?:\s+([^]*))?$/.exec(text) ?? [];
  if (command !== undefined && threadTs === undefined)
    return { kind: 'slash', user, channel, command, text: rest.trim() } as const;
  return { kind: 'post', user, channel, text, threadTs } as const;
}

function CommandHints({ text, onPick }: { readonly text: string; readonly onPick: (command: string) => void }) {
  const { app } = useDirectory();
  const typed = text.split(' ')[0] ?? '';
  const fitting = text.startsWith('/') ? app.commands.filter(({ command }) => command.startsWith(typed)) : [];
  if (fitting.length === 0) return null;
  return (
    <ul className="command-hints" aria-label="Commands">
      {fitting.map(({ command, usageHint, description }) => (
        <li key={command}>
          <button type="button" onClick={() => onPick(command)}>
            <strong>{command}</strong> <span className="usage">{usageHint}</span>
            <span className="hint">{description}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
