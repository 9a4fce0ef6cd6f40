import { useEffect, useRef, useState } from 'react';
import type { WorkspaceView } from './workspace-view.ts';

/** The channels that got a message while another one was open. */
export function useUnread(view: WorkspaceView, open: string | null): ReadonlySet<string> {
  const [unread, setUnread] = useState<ReadonlySet<string>>(new Set());
  const counts = useRef<ReadonlyMap<string, number> | null>(null);
  useEffect(() => {
    const now = new Map(Object.entries(view.messages).map(([channel, messages]) => [channel, messages.length]));
    const before = counts.current;
    counts.current = now;
    const grown = [...now].flatMap(([channel, count]) =>
      before !== null && count > (before.get(channel) ?? 0) ? channel : [],
    );
    setUnread((current) => new Set([...current, ...grown].filter((channel) => channel !== open)));
  }, [view.messages, open]);
  return unread;
}
