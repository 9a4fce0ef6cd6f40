import { useMemo, useRef, useState, type ReactNode } from 'react';
import type { JsonObject, SlackView, StateValues } from '../../slack/wire.ts';
import { act } from '../act.ts';
import { initialValues, mergeValues } from '../blocks/initial-values.ts';
import { SurfaceProvider, type Surface } from '../surface.tsx';

/** What was typed into each view so far, so that a form survives another one on top of it. */
const filledByView = new Map<string, StateValues>();

interface Form {
  readonly surface: Surface;
  values(): StateValues;
  setErrors(errors: Surface['errors']): void;
}

/** A view as a form: what it holds, what is wrong with it, and what its buttons do. */
export function useForm(view: SlackView, user: string, onFailure: (reason: string) => void): Form {
  const [errors, setErrors] = useState<Surface['errors']>({});
  const latest = useRef(view);
  latest.current = view;
  const values = () => mergeValues(initialValues(latest.current.blocks), filledByView.get(view.id) ?? {});
  const surface = useMemo<Surface>(
    () => ({
      errors,
      fill: (blockId, actionId, value) => {
        const filled = filledByView.get(view.id) ?? {};
        filledByView.set(view.id, { ...filled, [blockId]: { ...filled[blockId], [actionId]: value } });
      },
      press: async (blockId: string, element: JsonObject) => {
        const outcome = await act({
          kind: 'click-in-view',
          user,
          viewId: view.id,
          blockId,
          element: { ...element },
          values: plain(values()),
        });
        if (outcome.kind === 'failed') onFailure(outcome.reason);
      },
    }),
    [view.id, user, errors],
  );
  return { surface, values, setErrors };
}

export function FormSurface({ form, children }: { readonly form: Form; readonly children: ReactNode }) {
  return <SurfaceProvider value={form.surface}>{children}</SurfaceProvider>;
}

/** The same values, as the action's type wants them: free to be changed. */
export function plain(values: StateValues) {
  return Object.fromEntries(Object.entries(values).map(([blockId, actions]) => [blockId, { ...actions }]));
}
