/** Deeper than any message of Slack's nests. */
const DEEPEST = 12;

/** Where blocks and attachments keep words, in the order in which a person reads them. */
const TEXT_KEYS = [
  'pretext',
  'title',
  'text',
  'fields',
  'elements',
  'value',
  'rows',
  'blocks',
  'message_blocks',
  'attachments',
  'footer',
];

/**
 * The words of a Slack message, whoever posted it: a person's rich text, or an alert of another bot. An event carries the
 * same words several times; the best copy wins: rich text (a pasted log is whole there), then the blocks and attachments of
 * alerts beside the text, then an attachment's fallback.
 *
 * @param event a message event, the event of an edit, or an element of `conversations.history`; of any shape.
 */
export function textOfSlackMessage(event: unknown): string {
  if (!isRecord(event)) return '';
  const message = isRecord(event['message']) ? event['message'] : event;
  const rich = listOf(message['blocks']).filter((block) => isRecord(block) && block['type'] === 'rich_text');
  const parts = [
    rich.length > 0 ? rich.map((block) => textOf(block, 0)).join('\n') : textOf(message['text'], 0),
    ...listOf(message['blocks'])
      .filter((block) => !rich.includes(block))
      .map((block) => textOf(block, 0)),
    ...listOf(message['attachments']).map(textOfAttachment),
  ];
  return [...new Set(parts.map((part) => part.trim()))].filter((part) => part !== '').join('\n');
}

/** An attachment repeats itself in its fallback, for clients that show nothing else; it counts when there is nothing else. */
function textOfAttachment(attachment: unknown): string {
  if (!isRecord(attachment)) return '';
  return textOf(attachment, 0).trim() || textOf(attachment['fallback'], 0);
}

function textOf(node: unknown, depth: number): string {
  if (typeof node === 'string') return node;
  if (depth > DEEPEST) return '';
  if (Array.isArray(node))
    return node
      .map((child) => textOf(child, depth + 1))
      .filter(Boolean)
      .join('\n');
  if (!isRecord(node)) return '';
  if (isInline(node))
    return listOf(node['elements'])
      .map((child) => textOfInline(child))
      .join('');
  return TEXT_KEYS.map((key) => textOf(node[key], depth + 1))
    .filter(Boolean)
    .join('\n');
}

/** The parts of one line or one pasted log stand without anything between them. */
function isInline(node: Readonly<Record<string, unknown>>): boolean {
  return ['rich_text_section', 'rich_text_preformatted', 'rich_text_quote'].includes(String(node['type']));
}

/** A link's own words, or its address: Slack makes links of image names. */
function textOfInline(element: unknown): string {
  if (!isRecord(element)) return '';
  return [element['text'], element['url']].find((words) => typeof words === 'string' && words !== '')?.toString() ?? '';
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
