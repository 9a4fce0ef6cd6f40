import { useCallback, useState } from 'react';
import type { WorldCard } from '../../slack/world-panel.ts';
import { act } from '../act.ts';
import { ChannelPane } from '../messages/channel-pane.tsx';
import { DirectoryProvider } from './directory.tsx';
import { Header } from './header.tsx';
import { Home } from '../views/home.tsx';
import { Modal } from '../views/modal.tsx';
import { linkedMessage } from './permalink.ts';
import { Sidebar, type Shown } from './sidebar.tsx';
import { ThreadPane } from '../messages/thread-pane.tsx';
import { useAnnouncer } from './use-announcer.ts';
import { useClosingMenus } from '../parts/use-closing-menus.ts';
import { useFailure } from './use-failure.ts';
import { useTheme } from './use-theme.ts';
import { useUnread } from './use-unread.ts';
import type { WorkspaceView } from './workspace-view.ts';
import { WorldPane } from './world-pane.tsx';

/** From this width on, the worlds are shown beside the channel from the start. In pixels. */
const WIDE_PX = 1180;
/** From this width on, a thread and the worlds fit beside the channel together. In pixels. */
const ROOMY_PX = 1280;

interface Props {
  readonly view: WorkspaceView;
  readonly onBecome: (handle: string) => void;
}

export function Workspace({ view, onBecome }: Props) {
  const [linked] = useState(() => linkedMessage(location.pathname));
  const [wanted, setWanted] = useState<Shown>({ kind: 'channel', id: linked?.channel ?? '' });
  const [threadTs, setThreadTs] = useState<string | null>(() => threadOf(view, linked));
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>({});
  const [isWorldsOpen, setWorldsOpen] = useState(() => innerWidth >= WIDE_PX && linked === null);
  const [isNavOpen, setNavOpen] = useState(false);
  const [theme, nextTheme] = useTheme();
  const [failure, onFailure] = useFailure();
  const channel = view.channels.find(({ id }) => wanted.kind === 'channel' && id === wanted.id) ?? view.channels[0];
  const isHome = wanted.kind === 'home';
  useClosingMenus();
  const said = useAnnouncer(view);
  const unread = useUnread(view, isHome ? null : (channel?.id ?? null));
  const openThread = useCallback((ts: string) => {
    setThreadTs(ts);
    if (innerWidth <= ROOMY_PX) setWorldsOpen(false);
  }, []);
  if (channel === undefined) return <p className="empty">You are in no channel.</p>;
  const shown: Shown = isHome ? wanted : { kind: 'channel', id: channel.id };
  const show = (next: Shown) => {
    setWanted(next);
    setThreadTs(null);
    setNavOpen(false);
  };
  const paste = async (world: WorldCard) => {
    const outcome = await act({ kind: 'choose-world', user: view.me, world: world.id });
    if (outcome.kind === 'failed') return onFailure(outcome.reason);
    if (isHome) show({ kind: 'channel', id: channel.id });
    setDrafts((current) => ({ ...current, [channel.id]: world.message }));
    if (innerWidth < WIDE_PX) setWorldsOpen(false);
    document.querySelector<HTMLElement>('[data-testid="composer"]')?.focus();
  };
  const hasThread = threadTs !== null && !isHome;
  const layout = `workspace${hasThread ? ' with-thread' : ''}${isWorldsOpen ? ' with-worlds' : ''}${isNavOpen ? ' with-nav' : ''}`;
  return (
    <DirectoryProvider value={view}>
      <div className={layout}>
        <Sidebar view={view} shown={shown} unread={unread} theme={theme} onShow={show} onTheme={nextTheme} />
        <button
          type="button"
          className="nav-shade"
          aria-label="Close the list of channels"
          tabIndex={isNavOpen ? 0 : -1}
          onClick={() => setNavOpen(false)}
        />
        <main className="main">
          <Header
            view={view}
            channel={isHome ? null : channel}
            isNavOpen={isNavOpen}
            isWorldsOpen={isWorldsOpen}
            onNav={() => setNavOpen(!isNavOpen)}
            onWorlds={() => setWorldsOpen(!isWorldsOpen)}
            onBecome={onBecome}
          />
          {!view.isBotConnected && (
            <p className="offline" role="status">
              {view.app.name} is not connected.
            </p>
          )}
          {isHome ? (
            <Home view={view.home} user={view.me} appName={view.app.name} onFailure={onFailure} />
          ) : (
            <ChannelPane
              view={view}
              channel={channel}
              text={drafts[channel.id] ?? ''}
              onText={(text) => setDrafts((current) => ({ ...current, [channel.id]: text }))}
              onOpenThread={openThread}
              onFailure={onFailure}
            />
          )}
        </main>
        {hasThread && (
          <ThreadPane
            key={threadTs}
            view={view}
            channel={channel.id}
            threadTs={threadTs}
            onClose={() => setThreadTs(null)}
            onFailure={onFailure}
          />
        )}
        {isWorldsOpen && (
          <WorldPane
            worlds={view.worlds}
            active={view.activeWorld}
            onPaste={(world) => void paste(world)}
            onClose={() => setWorldsOpen(false)}
          />
        )}
        <p className="toast" role="alert" data-testid="toast">
          {failure}
        </p>
        <p className="visually-hidden" role="status" aria-live="polite">
          {said}
        </p>
      </div>
      {view.modal !== null && <Modal key={view.modal.id} view={view.modal} user={view.me} onFailure={onFailure} />}
    </DirectoryProvider>
  );
}

/** The thread that a linked message is in. */
function threadOf(view: WorkspaceView, linked: ReturnType<typeof linkedMessage>): string | null {
  const message = view.messages[linked?.channel ?? '']?.find(({ ts }) => ts === linked?.ts);
  return message?.thread_ts ?? null;
}
