import { useEffect, useState } from 'react';
import type { Change, Snapshot } from '../../slack/changes.ts';
import { applyChange, type WorkspaceView } from './workspace-view.ts';

/**
 * Follows the workspace as one person sees it; without a known handle, as the first of the workspace. `null` until the first snapshot is there. The browser connects again by
 * itself, and then begins with a fresh snapshot.
 */
export function useWorkspace(handle: string): WorkspaceView | null {
  const [view, setView] = useState<WorkspaceView | null>(null);
  useEffect(() => {
    const changes = new EventSource(`/page/changes?user=${encodeURIComponent(handle)}`);
    changes.addEventListener('message', (event: MessageEvent<string>) => {
      // Our own server wrote it, from the same types.
      const change: Change | Snapshot = JSON.parse(event.data);
      setView((current) => {
        if (change.kind === 'snapshot') return change;
        return current === null ? null : applyChange(current, change);
      });
    });
    // The stream is cut: what is shown may be old, and the app cannot be reached either.
    changes.addEventListener('error', () => setView((current) => current && { ...current, isBotConnected: false }));
    return () => changes.close();
  }, [handle]);
  return view;
}
