import { useState, type ReactNode, type ToggleEvent } from 'react';
import { Icon } from './icons.tsx';

interface Props {
  readonly label: string;
  readonly testId?: string;
  readonly children: ReactNode;
}

/** Room that an open menu needs below its button, in pixels. */
const ROOM_PX = 190;

/** A menu behind three dots. It opens upwards where there is no room below, and closes when something in it is chosen. */
export function Menu({ label, testId, children }: Props) {
  const [opensUp, setOpensUp] = useState(false);
  const measure = ({ currentTarget }: ToggleEvent<HTMLDetailsElement>) => {
    const bottom = currentTarget.closest('.message-list')?.getBoundingClientRect().bottom ?? innerHeight;
    setOpensUp(bottom - currentTarget.getBoundingClientRect().bottom < ROOM_PX);
  };
  return (
    <details className={opensUp ? 'menu menu-up' : 'menu'} name="menu" onToggle={measure}>
      <summary className="icon-button" aria-label={label} title={label} data-testid={testId}>
        <Icon name="more" size={16} />
      </summary>
      <div className="menu-items" onClick={(event) => event.currentTarget.closest('details')?.removeAttribute('open')}>
        {children}
      </div>
    </details>
  );
}
