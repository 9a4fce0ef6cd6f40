import { isObject, objectsIn, textIn, type SlackView, type StateValues } from '../wire.ts';

/** What Slack's own client finds wrong with a form before the app ever sees it, by block_id. */
export function checkInputs(view: SlackView, values: StateValues): { readonly [blockId: string]: string } {
  const errors: Record<string, string> = {};
  for (const block of objectsIn(view.blocks)) {
    if (block['type'] !== 'input' || !isObject(block['element'])) continue;
    const { element } = block;
    const blockId = textIn(block, 'block_id');
    const value = values[blockId]?.[textIn(element, 'action_id')];
    const text = typeof value?.['value'] === 'string' ? value['value'] : undefined;
    const problem = isEmpty(value)
      ? block['optional'] === true
        ? undefined
        : 'Please complete this required field.'
      : lengthProblem(element, text);
    if (problem !== undefined) errors[blockId] = problem;
  }
  return errors;
}

function isEmpty(value: { readonly [key: string]: unknown } | undefined): boolean {
  const { type: _, ...rest } = value ?? {};
  return !Object.values(rest).some((held) =>
    Array.isArray(held) ? held.length > 0 : held !== null && held !== undefined && held !== '',
  );
}

function lengthProblem(element: { readonly [key: string]: unknown }, text: string | undefined): string | undefined {
  const { min_length: least, max_length: most } = element;
  if (text === undefined) return undefined;
  if (typeof least === 'number' && text.length < least) return `Please write at least ${least} characters.`;
  const limit = typeof most === 'number' ? most : 3_000;
  return text.length > limit ? `Please write at most ${limit} characters.` : undefined;
}
