import { useState } from 'react';
import type { WorldCard } from '../../slack/world-panel.ts';
import { Icon } from '../parts/icons.tsx';

interface Props {
  readonly worlds: readonly WorldCard[];
  readonly active: string;
  readonly onPaste: (world: WorldCard) => void;
  readonly onClose: () => void;
}

/** More worlds than one can see at once need a filter. */
const MANY = 8;

/** The worlds that the demo can be put into, what each breaks, and the message that goes with it. */
export function WorldPane({ worlds, active, onPaste, onClose }: Props) {
  const [sought, setSought] = useState('');
  const fitting = worlds.filter(({ title, breaks, id }) =>
    `${id} ${title} ${breaks}`.toLowerCase().includes(sought.toLowerCase()),
  );
  return (
    <aside className="pane world-pane" aria-label="Worlds" data-testid="world-panel">
      <header className="pane-head">
        <h2>
          Worlds <span>what is broken</span>
        </h2>
        <button type="button" className="icon-button" aria-label="Close the list of worlds" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <p className="pane-intro">
        Each world is an AWS estate with one thing broken in it. Paste its message, send it, and see what the bot finds.
      </p>
      {worlds.length > MANY && (
        <input
          type="search"
          className="field world-filter"
          aria-label="Filter the worlds"
          placeholder="Filter…"
          value={sought}
          onChange={(event) => setSought(event.target.value)}
          data-testid="world-filter"
        />
      )}
      <ul className="worlds">
        {fitting.map((world) => (
          <li
            key={world.id}
            className={world.id === active ? 'world world-active' : 'world'}
            aria-current={world.id === active}
            data-testid={`world-${world.id}`}
          >
            <h3>
              {world.title}
              {world.id === active && <span className="app-badge">Active</span>}
            </h3>
            <p>{world.breaks}</p>
            <button
              type="button"
              className="button button-small"
              aria-label={`Paste the message of: ${world.title}`}
              data-testid={`paste-${world.id}`}
              onClick={() => onPaste(world)}
            >
              <Icon name="clip" size={14} /> Paste its message
            </button>
          </li>
        ))}
      </ul>
    </aside>
  );
}
