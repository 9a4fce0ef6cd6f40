import type { SlackMessage } from '../../slack/wire.ts';
import type { Person } from '../../slack/workspace.ts';
import type { Directory } from '../workspace/directory.tsx';
import { Icon } from '../parts/icons.tsx';

/** Who wrote a message, as it is shown. */
export interface Author {
  readonly name: string;
  readonly isApp: boolean;
  readonly color: string;
}

export function authorOf(message: SlackMessage, { people, app }: Directory): Author {
  const person = people.find(({ id }) => id === message.user);
  if (person !== undefined) return { name: person.realName, isApp: false, color: person.color };
  return { name: message.bot_id === app.botId ? app.name : (message.username ?? 'App'), isApp: true, color: '#0f766e' };
}

export function Avatar({ author, size = 36 }: { readonly author: Author; readonly size?: number }) {
  const initials = author.name
    .split(/\s+/)
    .map((word) => word[0])
    .join('')
    .slice(0, 2)
    .toUpperCase();
  return (
    <span
      className="avatar"
      aria-hidden="true"
      style={{ backgroundColor: author.color, width: size, height: size, fontSize: size * 0.38 }}
    >
      {author.isApp ? <Icon name="bot" size={size * 0.62} /> : initials}
    </span>
  );
}

export function authorFrom(person: Person): Author {
  return { name: person.realName, isApp: false, color: person.color };
}
