import { BLOCK_RULES, type Surface } from './block-rules.ts';
import { checkCount, checkFields, checkString, checkUnique, type Problems } from './element-limits.ts';
import { isObject, objectsIn, textIn, type JsonObject } from './wire.ts';

export type { Surface };

const MOST_BLOCKS: Readonly<Record<Surface, number>> = { message: 50, modal: 100, home: 100 };

/**
 * Slack adds up the texts of all blocks and refuses a message somewhere above 12,000 characters, undocumented and less
 * for many small blocks: refused at 11,341 (slackapi/bolt-js#2867), accepted at 13,200 (slackapi/bolt-js#2509).
 */
export const MOST_TEXT_IN_MESSAGE = 11_000;

const TEXT_KEYS: ReadonlySet<string> = new Set(['text', 'title']);

/**
 * What Slack would refuse in these blocks, one sentence each, led by a JSON pointer; empty when it would take them.
 * @param blocks the value of `blocks`, as it would be sent
 */
export function checkBlocks(blocks: unknown, surface: Surface): Problems {
  if (!Array.isArray(blocks)) return ['/blocks: must be a list'];
  return [
    ...checkCount(blocks, 0, MOST_BLOCKS[surface], '/blocks'),
    ...blocks.flatMap((block, index) => checkBlock(block, surface, `/blocks/${index}`)),
    ...checkUnique(objectsIn(blocks), 'block_id', '/blocks'),
    ...(surface === 'message' ? checkTogether(objectsIn(blocks)) : []),
  ];
}

/** The characters of all texts in the blocks: what Slack counts towards `msg_blocks_too_long`. */
export function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + textLength(item), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [key, item]) => sum + (typeof item === 'string' ? (TEXT_KEYS.has(key) ? item.length : 0) : textLength(item)),
    0,
  );
}

function checkBlock(block: unknown, surface: Surface, at: string): Problems {
  if (!isObject(block)) return [`${at}: must be an object`];
  const type = textIn(block, 'type');
  const rule = BLOCK_RULES[type];
  if (rule === undefined) return [`${at}: unsupported block type "${type}"`];
  if (rule.only !== undefined && rule.only !== surface) return [`${at}: ${type} is not allowed in a ${surface}`];
  return [
    ...checkFields(block, ['block_id', ...rule.fields], at),
    ...checkString(block['block_id'], 255, `${at}/block_id`),
    ...rule.check(block, at),
  ];
}

function checkTogether(blocks: readonly JsonObject[]): Problems {
  const has = (type: string) => blocks.some((block) => block['type'] === type);
  const length = textLength(blocks);
  return [
    ...(blocks.filter((block) => block['type'] === 'table').length > 1 ? ['/blocks: only one table is allowed'] : []),
    ...(has('plan') && has('task_card') ? ['/blocks: plan and task_card exclude each other'] : []),
    ...(length > MOST_TEXT_IN_MESSAGE
      ? [`/blocks: ${length} characters of text, at most ${MOST_TEXT_IN_MESSAGE} are safe`]
      : []),
  ];
}
