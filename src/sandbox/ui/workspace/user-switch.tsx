import type { Person } from '../../slack/workspace.ts';
import { authorFrom, Avatar } from '../messages/avatar.tsx';
import { Icon } from '../parts/icons.tsx';

interface Props {
  readonly people: readonly Person[];
  readonly me: string;
  readonly onSwitch: (person: Person) => void;
}

/** Whose eyes and rights one has: everyone works in the same workspace. The browser's own menu lies over what is shown. */
export function UserSwitch({ people, me, onSwitch }: Props) {
  const current = people.find(({ id }) => id === me);
  const choose = (chosen: string) => {
    const person = people.find(({ id }) => id === chosen);
    if (person !== undefined) onSwitch(person);
  };
  return (
    <div className="user-switch">
      {current !== undefined && (
        <>
          <Avatar author={authorFrom(current)} size={30} />
          <span className="user-names" aria-hidden="true">
            <strong>{current.realName}</strong>
            <small>{current.title}</small>
          </span>
          <Icon name="chevron" size={14} />
        </>
      )}
      <select
        value={me}
        aria-label="You are"
        data-testid="user-switch"
        onChange={(event) => choose(event.target.value)}
      >
        {people.map(({ id, realName, title }) => (
          <option key={id} value={id}>
            {realName} ({title})
          </option>
        ))}
      </select>
    </div>
  );
}
