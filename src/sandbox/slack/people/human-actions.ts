import { z } from 'zod';

/** What a person can do in the workspace. The browser sends these; tests may do the same without one. */
const id = z.string().min(1).max(300);
const jsonObject = z.record(z.string(), z.unknown());
const stateValues = z.record(z.string(), z.record(z.string(), jsonObject));

export const HUMAN_ACTION = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('post'), user: id, channel: id, text: z.string().max(100_000), threadTs: id.optional() }),
  z.object({
    kind: z.literal('snippet'),
    user: id,
    channel: id,
    name: id,
    content: z.string().max(1_000_000),
    threadTs: id.optional(),
  }),
  z.object({
    kind: z.literal('slash'),
    user: id,
    channel: id,
    command: z.string().startsWith('/'),
    text: z.string().max(12_000),
  }),
  /** `element` is the clicked button, or the menu with what was chosen in it (`selected_option` and the like). */
  z.object({
    kind: z.literal('click'),
    user: id,
    channel: id,
    ts: id,
    blockId: z.string(),
    element: jsonObject,
    values: stateValues.optional(),
  }),
  z.object({
    kind: z.literal('click-in-view'),
    user: id,
    viewId: id,
    blockId: z.string(),
    element: jsonObject,
    values: stateValues.optional(),
  }),
  z.object({ kind: z.literal('shortcut'), user: id, channel: id, ts: id, callbackId: id }),
  z.object({ kind: z.literal('submit'), user: id, viewId: id, values: stateValues }),
  z.object({ kind: z.literal('close-view'), user: id, viewId: id }),
  z.object({ kind: z.literal('open-home'), user: id }),
  z.object({ kind: z.literal('dismiss'), user: id, ts: id }),
  z.object({ kind: z.literal('choose-world'), user: id, world: id }),
]);

export type HumanAction = z.infer<typeof HUMAN_ACTION>;

/** What the person sees happen. */
export type Outcome =
  | { readonly kind: 'done' }
  /** It did not work, in words that Slack would show the person. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** A modal was sent back: what is wrong, by block_id. */
  | { readonly kind: 'invalid'; readonly errors: { readonly [blockId: string]: string } };
