import { createContext, useContext } from 'react';
import type { JsonObject } from '../slack/wire.ts';

/** Where blocks stand, and what happens when someone uses what is in them. */
export interface Surface {
  /** Runs the element's action; resolves when the app has acknowledged it. */
  press(blockId: string, element: JsonObject): Promise<void>;
  /** Keeps what an input holds until the form is sent. */
  fill(blockId: string, actionId: string, value: JsonObject): void;
  /** What is wrong with an input, by block_id. */
  readonly errors: { readonly [blockId: string]: string };
}

const NOWHERE: Surface = { press: async () => {}, fill: () => {}, errors: {} };

const SurfaceContext = createContext<Surface>(NOWHERE);

export const SurfaceProvider = SurfaceContext.Provider;

export function useSurface(): Surface {
  return useContext(SurfaceContext);
}
