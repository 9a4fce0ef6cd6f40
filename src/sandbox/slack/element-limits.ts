import { isObject, objectsIn, textIn, type JsonObject } from './wire.ts';

/**
 * Slack's limits on the parts of blocks: texts, buttons, inputs, options, confirm dialogs.
 * Figures from @slack/types 3.2.0 and docs.slack.dev, "Block elements" and "Composition objects".
 * Each function returns a sentence for each thing that is wrong, led by the place where it is.
 */
export type Problems = readonly string[];

interface TextRule {
  readonly most: number;
  readonly plainOnly?: boolean;
}

/** Fields that Slack does not know make it refuse the whole message. */
export function checkFields(value: JsonObject, allowed: readonly string[], at: string): Problems {
  return Object.keys(value)
    .filter((key) => key !== 'type' && !allowed.includes(key))
    .map((key) => `${at}: unknown field "${key}"`);
}

export function checkString(value: unknown, most: number, at: string): Problems {
  if (value === undefined) return [];
  if (typeof value !== 'string') return [`${at}: must be a string`];
  return value.length > most ? [`${at}: ${value.length} characters, at most ${most} are allowed`] : [];
}

export function checkText(value: unknown, rule: TextRule, at: string): Problems {
  if (!isObject(value)) return [`${at}: must be a text object`];
  const { type, text } = value;
  if (type !== 'plain_text' && (type !== 'mrkdwn' || rule.plainOnly === true)) {
    return [`${at}: must be ${rule.plainOnly === true ? 'plain_text' : 'plain_text or mrkdwn'}, not ${String(type)}`];
  }
  if (typeof text !== 'string' || text === '') return [`${at}: must not be empty`];
  return [
    ...checkString(text, rule.most, at),
    ...checkFields(value, type === 'plain_text' ? ['text', 'emoji'] : ['text', 'verbatim'], at),
  ];
}

export function checkOptionalText(value: unknown, rule: TextRule, at: string): Problems {
  return value === undefined ? [] : checkText(value, rule, at);
}

export function checkCount(value: unknown, least: number, most: number, at: string): Problems {
  if (!Array.isArray(value)) return [`${at}: must be a list`];
  if (value.length < least) return [`${at}: ${value.length} items, at least ${least} needed`];
  return value.length > most ? [`${at}: ${value.length} items, at most ${most} are allowed`] : [];
}

/** A name may be used once: a click says no more than which name it was. */
export function checkUnique(all: readonly JsonObject[], name: 'block_id' | 'action_id', at: string): Problems {
  const given = all.map((one) => textIn(one, name)).filter((id) => id !== '');
  return given.filter((id, index) => given.indexOf(id) !== index).map((id) => `${at}: ${name} "${id}" is used twice`);
}

function checkConfirm(value: unknown, at: string): Problems {
  if (value === undefined) return [];
  if (!isObject(value)) return [`${at}: must be an object`];
  return [
    ...checkFields(value, ['title', 'text', 'confirm', 'deny', 'style'], at),
    ...checkText(value['title'], { most: 100, plainOnly: true }, `${at}/title`),
    ...checkText(value['text'], { most: 300 }, `${at}/text`),
    ...checkText(value['confirm'], { most: 30, plainOnly: true }, `${at}/confirm`),
    ...checkText(value['deny'], { most: 30, plainOnly: true }, `${at}/deny`),
  ];
}

function checkOptions(value: unknown, most: number, at: string): Problems {
  return [
    ...checkCount(value, 1, most, at),
    ...objectsIn(value).flatMap((option, index) => checkOption(option, `${at}/${index}`)),
  ];
}

function checkOption(option: JsonObject, at: string): Problems {
  return [
    ...checkFields(option, ['text', 'value', 'description', 'url'], at),
    ...checkText(option['text'], { most: 75 }, `${at}/text`),
    ...checkString(option['value'], 75, `${at}/value`),
    ...checkOptionalText(option['description'], { most: 75 }, `${at}/description`),
  ];
}

const COMMON = ['action_id', 'confirm', 'focus_on_load'];
const ENTRY = ['placeholder', 'initial_value', 'dispatch_action_config'];
const LIST = ['options', 'initial_option', 'initial_options', 'placeholder'];

/** element type → the fields it may have, beside those that all have */
const ELEMENT_FIELDS: Readonly<Record<string, readonly string[]>> = {
  button: ['text', 'value', 'url', 'style', 'accessibility_label'],
  icon_button: ['icon', 'text', 'value', 'accessibility_label', 'visible_to_user_ids'],
  feedback_buttons: ['positive_button', 'negative_button'],
  overflow: ['options'],
  static_select: [...LIST, 'option_groups'],
  multi_static_select: [...LIST, 'option_groups', 'max_selected_items'],
  users_select: ['placeholder', 'initial_user'],
  channels_select: ['placeholder', 'initial_channel', 'response_url_enabled'],
  conversations_select: [
    'placeholder',
    'initial_conversation',
    'default_to_current_conversation',
    'response_url_enabled',
    'filter',
  ],
  radio_buttons: ['options', 'initial_option'],
  checkboxes: ['options', 'initial_options'],
  plain_text_input: [...ENTRY, 'multiline', 'min_length', 'max_length'],
  number_input: [...ENTRY, 'is_decimal_allowed', 'min_value', 'max_value'],
  email_text_input: ENTRY,
  url_text_input: ENTRY,
  datepicker: ['placeholder', 'initial_date'],
  timepicker: ['placeholder', 'initial_time', 'timezone'],
  image: ['image_url', 'slack_file', 'alt_text'],
};

const MOST_OPTIONS: Readonly<Record<string, number>> = { overflow: 5, radio_buttons: 10, checkboxes: 10 };

export function checkElement(element: JsonObject, at: string): Problems {
  const type = textIn(element, 'type');
  const fields = ELEMENT_FIELDS[type];
  if (fields === undefined) return [`${at}: unknown element type "${type}"`];
  const hasOptions = fields.includes('options') && element['option_groups'] === undefined;
  return [
    ...checkFields(element, [...COMMON, ...fields], at),
    ...checkString(element['action_id'], 255, `${at}/action_id`),
    ...checkConfirm(element['confirm'], `${at}/confirm`),
    ...checkOptionalText(element['placeholder'], { most: 150, plainOnly: true }, `${at}/placeholder`),
    ...(hasOptions ? checkOptions(element['options'], MOST_OPTIONS[type] ?? 100, `${at}/options`) : []),
    ...(type === 'button' ? checkButton(element, at) : []),
  ];
}

function checkButton(button: JsonObject, at: string): Problems {
  const { style } = button;
  return [
    ...checkText(button['text'], { most: 75, plainOnly: true }, `${at}/text`),
    ...checkString(button['value'], 2_000, `${at}/value`),
    ...checkString(button['url'], 3_000, `${at}/url`),
    ...checkString(button['accessibility_label'], 75, `${at}/accessibility_label`),
    ...(style === undefined || style === 'primary' || style === 'danger'
      ? []
      : [`${at}/style: must be primary or danger`]),
  ];
}
