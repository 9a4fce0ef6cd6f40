import { Icon } from '../parts/icons.tsx';
import { UserSwitch } from './user-switch.tsx';
import type { WorkspaceView } from './workspace-view.ts';

interface Props {
  readonly view: WorkspaceView;
  /** `null` while the app's Home is shown. */
  readonly channel: WorkspaceView['channels'][number] | null;
  readonly isNavOpen: boolean;
  readonly isWorldsOpen: boolean;
  readonly onNav: () => void;
  readonly onWorlds: () => void;
  readonly onBecome: (handle: string) => void;
}

export function Header({ view, channel, isNavOpen, isWorldsOpen, onNav, onWorlds, onBecome }: Props) {
  return (
    <header className="main-head">
      <button
        type="button"
        className="icon-button nav-button"
        aria-label="Channels and apps"
        aria-expanded={isNavOpen}
        data-testid="nav-toggle"
        onClick={onNav}
      >
        <Icon name="menu" />
      </button>
      <div className="main-title">
        <h1 data-testid="place">{channel === null ? view.app.name : `#${channel.name}`}</h1>
        <p>{channel === null ? view.app.description : channel.topic}</p>
      </div>
      <UserSwitch people={view.people} me={view.me} onSwitch={({ name }) => onBecome(name)} />
      <button
        type="button"
        className="button worlds-button"
        aria-pressed={isWorldsOpen}
        data-testid="worlds-toggle"
        onClick={onWorlds}
      >
        <Icon name="globe" size={16} /> <span className="worlds-word">Worlds</span>
      </button>
    </header>
  );
}
