import { useState } from 'react';
import { useWorkspace } from './workspace/use-workspace.ts';
import { Workspace } from './workspace/workspace.tsx';

/** The page, for the person named in its address (`?as=ben`), or for the first of the workspace. */
export function App() {
  const [handle, setHandle] = useState(() => new URLSearchParams(location.search).get('as') ?? '');
  const view = useWorkspace(handle);
  if (view === null)
    return (
      <p className="empty" role="status">
        Opening the local workspace…
      </p>
    );
  const become = (name: string) => {
    history.replaceState(null, '', `${location.pathname}?as=${name}`);
    setHandle(name);
  };
  return <Workspace view={view} onBecome={become} />;
}
