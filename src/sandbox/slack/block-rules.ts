import {
  checkCount,
  checkElement,
  checkOptionalText,
  checkString,
  checkText,
  checkUnique,
  type Problems,
} from './element-limits.ts';
import { isObject, objectsIn, textIn, type JsonObject } from './wire.ts';

export type Surface = 'message' | 'modal' | 'home';

interface BlockRule {
  readonly fields: readonly string[];
  /** Where Slack refuses it otherwise; absent means everywhere. */
  readonly only?: Surface;
  readonly check: (block: JsonObject, at: string) => Problems;
}

/** What each type of block may hold. Figures from @slack/types 3.2.0 and docs.slack.dev, "Blocks". */
export const BLOCK_RULES: Readonly<Record<string, BlockRule>> = {
  section: { fields: ['text', 'fields', 'accessory', 'expand'], check: checkSection },
  header: {
    fields: ['text'],
    check: (block, at) => checkText(block['text'], { most: 150, plainOnly: true }, `${at}/text`),
  },
  divider: { fields: [], check: () => [] },
  context: { fields: ['elements'], check: checkContext },
  actions: { fields: ['elements'], check: (block, at) => checkElements(block, 25, at) },
  context_actions: { fields: ['elements'], only: 'message', check: (block, at) => checkElements(block, 5, at) },
  image: { fields: ['image_url', 'slack_file', 'alt_text', 'title'], check: checkImage },
  input: { fields: ['label', 'element', 'hint', 'optional', 'dispatch_action'], check: checkInput },
  rich_text: { fields: ['elements'], check: (block, at) => checkCount(block['elements'], 0, 1_000, `${at}/elements`) },
  markdown: {
    fields: ['text'],
    only: 'message',
    check: (block, at) => checkString(block['text'], 12_000, `${at}/text`),
  },
  alert: { fields: ['text', 'level'], check: checkAlert },
  table: { fields: ['rows', 'column_settings'], only: 'message', check: checkTable },
  plan: { fields: ['title', 'tasks'], only: 'message', check: checkPlan },
  task_card: {
    fields: ['task_id', 'title', 'status', 'details', 'output', 'sources'],
    only: 'message',
    check: checkTaskCard,
  },
};

function checkSection(block: JsonObject, at: string): Problems {
  const { text, fields, accessory } = block;
  if (text === undefined && fields === undefined) return [`${at}: needs text or fields`];
  return [
    ...checkOptionalText(text, { most: 3_000 }, `${at}/text`),
    ...(fields === undefined ? [] : checkCount(fields, 1, 10, `${at}/fields`)),
    ...objectsIn(fields).flatMap((field, index) => checkText(field, { most: 2_000 }, `${at}/fields/${index}`)),
    ...(isObject(accessory) ? checkElement(accessory, `${at}/accessory`) : []),
  ];
}

function checkContext(block: JsonObject, at: string): Problems {
  return [
    ...checkCount(block['elements'], 1, 10, `${at}/elements`),
    ...objectsIn(block['elements']).flatMap((element, index) =>
      element['type'] === 'image'
        ? checkElement(element, `${at}/elements/${index}`)
        : checkText(element, { most: 3_000 }, `${at}/elements/${index}`),
    ),
  ];
}

function checkElements(block: JsonObject, most: number, at: string): Problems {
  const elements = objectsIn(block['elements']);
  return [
    ...checkCount(block['elements'], 1, most, `${at}/elements`),
    ...elements.flatMap((element, index) => checkElement(element, `${at}/elements/${index}`)),
    ...checkUnique(elements, 'action_id', `${at}/elements`),
  ];
}

function checkImage(block: JsonObject, at: string): Problems {
  const { image_url, slack_file, alt_text, title } = block;
  return [
    ...(image_url === undefined && slack_file === undefined ? [`${at}: needs image_url or slack_file`] : []),
    ...(typeof alt_text === 'string' && alt_text !== ''
      ? checkString(alt_text, 2_000, `${at}/alt_text`)
      : [`${at}/alt_text: is missing`]),
    ...checkString(image_url, 3_000, `${at}/image_url`),
    ...checkOptionalText(title, { most: 2_000, plainOnly: true }, `${at}/title`),
  ];
}

function checkInput(block: JsonObject, at: string): Problems {
  return [
    ...checkText(block['label'], { most: 2_000, plainOnly: true }, `${at}/label`),
    ...checkOptionalText(block['hint'], { most: 2_000, plainOnly: true }, `${at}/hint`),
    ...(isObject(block['element']) ? checkElement(block['element'], `${at}/element`) : [`${at}/element: is missing`]),
  ];
}

function checkAlert(block: JsonObject, at: string): Problems {
  const { level } = block;
  const levels: readonly unknown[] = [undefined, 'default', 'info', 'warning', 'error', 'success'];
  return [
    ...checkText(block['text'], { most: 3_000 }, `${at}/text`),
    ...(levels.includes(level) ? [] : [`${at}/level: unknown level "${String(level)}"`]),
  ];
}

function checkTable(block: JsonObject, at: string): Problems {
  const rows: readonly unknown[] = Array.isArray(block['rows']) ? block['rows'] : [];
  return [
    ...checkCount(block['rows'], 1, 100, `${at}/rows`),
    ...rows.flatMap((row, index) => checkCount(row, 1, 20, `${at}/rows/${index}`)),
  ];
}

function checkPlan(block: JsonObject, at: string): Problems {
  return [
    ...(typeof block['title'] === 'string' ? [] : [`${at}/title: is missing`]),
    ...objectsIn(block['tasks']).flatMap((task, index) => checkTaskCard(task, `${at}/tasks/${index}`)),
  ];
}

function checkTaskCard(task: JsonObject, at: string): Problems {
  const statuses: readonly unknown[] = ['pending', 'in_progress', 'complete', 'error'];
  const richTexts = (['details', 'output'] as const).filter((key) => task[key] !== undefined);
  return [
    ...(typeof task['task_id'] === 'string' ? [] : [`${at}/task_id: is missing`]),
    ...(typeof task['title'] === 'string' ? [] : [`${at}/title: is missing`]),
    ...(statuses.includes(task['status']) ? [] : [`${at}/status: unknown status "${textIn(task, 'status')}"`]),
    ...richTexts.flatMap((key) => {
      const value = task[key];
      return isObject(value) && value['type'] === 'rich_text' ? [] : [`${at}/${key}: must be a rich_text block`];
    }),
  ];
}
