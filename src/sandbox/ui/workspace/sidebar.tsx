import type { Theme } from './use-theme.ts';
import { Icon, type IconName } from '../parts/icons.tsx';
import type { WorkspaceView } from './workspace-view.ts';

/** What the main column shows. */
export type Shown = { readonly kind: 'channel'; readonly id: string } | { readonly kind: 'home' };

interface Props {
  readonly view: WorkspaceView;
  readonly shown: Shown;
  readonly unread: ReadonlySet<string>;
  readonly theme: Theme;
  readonly onShow: (shown: Shown) => void;
  readonly onTheme: () => void;
}

const THEME_ICONS: Readonly<Record<Theme, IconName>> = { system: 'halves', light: 'sun', dark: 'moon' };

export function Sidebar({ view, shown, unread, theme, onShow, onTheme }: Props) {
  const { channels, app, isBotConnected } = view;
  const isHome = shown.kind === 'home';
  return (
    <nav className="sidebar" aria-label="Channels and apps">
      <p className="team">{view.team.name}</p>
      <h2>Channels</h2>
      <ul>
        {channels.map(({ id, name }) => {
          const isCurrent = shown.kind === 'channel' && shown.id === id;
          return (
            <li key={id}>
              <button
                type="button"
                className={unread.has(id) ? 'nav-item nav-unread' : 'nav-item'}
                aria-current={isCurrent ? 'page' : undefined}
                data-testid={`channel-${name}`}
                onClick={() => onShow({ kind: 'channel', id })}
              >
                <Icon name="hash" size={15} /> {name}
                {unread.has(id) && <span className="visually-hidden">, new messages</span>}
              </button>
            </li>
          );
        })}
      </ul>
      <h2>Apps</h2>
      <ul>
        <li>
          <button
            type="button"
            className="nav-item"
            aria-current={isHome ? 'page' : undefined}
            data-testid="open-home"
            onClick={() => onShow({ kind: 'home' })}
          >
            <Icon name="bot" size={15} /> {app.name}
            <span
              className={isBotConnected ? 'presence presence-on' : 'presence'}
              role="img"
              aria-label={isBotConnected ? 'connected' : 'not connected'}
            />
          </button>
        </li>
      </ul>
      <button type="button" className="nav-item nav-foot" data-testid="theme-toggle" onClick={onTheme}>
        <Icon name={THEME_ICONS[theme]} size={15} /> Colours: {theme}
      </button>
    </nav>
  );
}
