import { createContext, useContext } from 'react';
import type { WorkspaceView } from './workspace-view.ts';

/** The names behind the ids of a workspace. */
export interface Directory {
  readonly people: WorkspaceView['people'];
  readonly userGroups: WorkspaceView['userGroups'];
  readonly channels: WorkspaceView['channels'];
  readonly app: WorkspaceView['app'];
  readonly me: string;
}

const DirectoryContext = createContext<Directory | null>(null);

export const DirectoryProvider = DirectoryContext.Provider;

export function useDirectory(): Directory {
  const directory = useContext(DirectoryContext);
  if (directory === null) throw new Error('There is no directory around this component.');
  return directory;
}

export function personName({ people, app }: Directory, id: string): string {
  if (id === app.botUserId) return app.name;
  return people.find((person) => person.id === id)?.realName ?? id;
}
