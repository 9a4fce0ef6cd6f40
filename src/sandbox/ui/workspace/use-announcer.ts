import { useEffect, useRef, useState } from 'react';
import { decode } from '../blocks/parse-mrkdwn.ts';
import { authorOf } from '../messages/avatar.tsx';
import type { SlackMessage } from '../../slack/wire.ts';
import type { WorkspaceView } from './workspace-view.ts';

/** What a screen reader is told about messages that arrived since the page was opened. Edits are not told again. */
export function useAnnouncer(view: WorkspaceView): string {
  const [said, setSaid] = useState('');
  const heard = useRef<string | null>(null);
  const newest = newestOf(view);
  useEffect(() => {
    const isNew = newest !== undefined && heard.current !== null && newest.ts > heard.current;
    if (isNew && newest.user !== view.me)
      setSaid(`${authorOf(newest, view).name}: ${spoken(newest.text) || 'a new message'}`);
    heard.current = newest?.ts ?? heard.current ?? '';
  }, [newest, view]);
  return said;
}

/** Slack's markup without its marks: links by their labels, code without its quotes. */
function spoken(text: string): string {
  return decode(text.replace(/<(?:[^<>|]+\|)?([^<>|]+)>/g, '$1').replace(/[*`]/g, ''));
}

function newestOf(view: WorkspaceView): SlackMessage | undefined {
  const all = [...Object.values(view.messages), ...Object.values(view.ephemerals)];
  return all.flatMap((messages) => messages.at(-1) ?? []).toSorted((a, b) => (a.ts < b.ts ? 1 : -1))[0];
}
