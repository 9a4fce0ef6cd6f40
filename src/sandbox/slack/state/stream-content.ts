import { isBlock, isObject, objectsIn, textIn, type Block, type JsonObject } from '../wire.ts';

/** What an app has streamed into a message so far. */
export interface StreamContent {
  readonly displayMode: 'plan' | 'timeline';
  readonly planTitle: string;
  readonly tasks: readonly JsonObject[];
  readonly markdown: string;
  readonly blocks: readonly Block[];
}

export function emptyStream(displayMode: string | undefined): StreamContent {
  return {
    displayMode: displayMode === 'plan' ? 'plan' : 'timeline',
    planTitle: '',
    tasks: [],
    markdown: '',
    blocks: [],
  };
}

/** @returns `undefined` when a chunk is of no kind that Slack knows */
export function addChunks(content: StreamContent, chunks: readonly unknown[]): StreamContent | undefined {
  let result: StreamContent | undefined = content;
  for (const chunk of chunks) result = result === undefined || !isObject(chunk) ? undefined : addChunk(result, chunk);
  return result;
}

function addChunk(content: StreamContent, chunk: JsonObject): StreamContent | undefined {
  switch (chunk['type']) {
    case 'markdown_text':
      return { ...content, markdown: content.markdown + textIn(chunk, 'text') };
    case 'plan_update':
      return { ...content, planTitle: textIn(chunk, 'title') };
    case 'task_update':
      return { ...content, tasks: putTask(content.tasks, chunk) };
    case 'blocks':
      return { ...content, blocks: [...content.blocks, ...objectsIn(chunk['blocks']).filter(isBlock)] };
    default:
      return undefined;
  }
}

/** Title, status and output replace what was there; details are added to it, as Slack does. */
function putTask(tasks: readonly JsonObject[], chunk: JsonObject): readonly JsonObject[] {
  const { type: _, id, ...rest } = chunk;
  const before = tasks.find((task) => task['id'] === id);
  const task = { ...before, ...rest, id, details: textIn(before ?? {}, 'details') + textIn(chunk, 'details') };
  return before === undefined ? [...tasks, task] : tasks.map((other) => (other === before ? task : other));
}

/** The blocks that the stream amounts to, as they stay in the message when it has ended. */
export function streamBlocks(content: StreamContent): readonly Block[] {
  const cards = content.tasks.map(taskCard);
  const hasPlan = content.displayMode === 'plan' && (cards.length > 0 || content.planTitle !== '');
  return [
    ...(hasPlan ? [{ type: 'plan', block_id: 'stream-plan', title: content.planTitle, tasks: cards }] : cards),
    ...(content.markdown === '' ? [] : [{ type: 'markdown', block_id: 'stream-text', text: content.markdown }]),
    ...content.blocks,
  ];
}

function taskCard(task: JsonObject): Block {
  return {
    type: 'task_card',
    block_id: `stream-task-${textIn(task, 'id')}`,
    task_id: textIn(task, 'id'),
    title: textIn(task, 'title'),
    status: task['status'] ?? 'pending',
    details: richText(textIn(task, 'details')),
    output: richText(textIn(task, 'output')),
    sources: task['sources'],
  };
}

function richText(text: string): JsonObject | undefined {
  if (text === '') return undefined;
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] };
}
