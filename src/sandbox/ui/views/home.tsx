import { useEffect } from 'react';
import type { SlackView } from '../../slack/wire.ts';
import { act } from '../act.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { FormSurface, useForm } from './view-surface.tsx';

interface Props {
  readonly view: SlackView | null;
  readonly user: string;
  readonly appName: string;
  readonly onFailure: (reason: string) => void;
}

/** The app's own page. Opening it tells the app, which then draws it. */
export function Home({ view, user, appName, onFailure }: Props) {
  useEffect(() => void act({ kind: 'open-home', user }), [user]);
  return (
    <section className="home" aria-label={`${appName}: Home`} data-testid="app-home">
      {view === null ? (
        <p className="empty">{appName} has not drawn its Home tab yet.</p>
      ) : (
        <HomeView key={view.id} view={view} user={user} onFailure={onFailure} />
      )}
    </section>
  );
}

function HomeView({ view, user, onFailure }: Omit<Props, 'view' | 'appName'> & { readonly view: SlackView }) {
  const form = useForm(view, user, onFailure);
  return (
    <FormSurface form={form}>
      <Blocks blocks={view.blocks} />
    </FormSurface>
  );
}
