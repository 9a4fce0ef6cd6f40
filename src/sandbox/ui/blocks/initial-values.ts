import { isObject, objectsIn, textIn, type JsonObject, type StateValues } from '../../slack/wire.ts';

/** What the inputs of these blocks hold before anyone has touched them. */
export function initialValues(blocks: readonly JsonObject[]): StateValues {
  const values: Record<string, Record<string, JsonObject>> = {};
  for (const block of blocks) {
    for (const element of objectsIn([block['element'], block['accessory'], ...objectsIn(block['elements'])])) {
      const held = heldAtFirst(element);
      if (held === undefined) continue;
      const blockId = textIn(block, 'block_id');
      values[blockId] = { ...values[blockId], [textIn(element, 'action_id')]: { type: element['type'], ...held } };
    }
  }
  return values;
}

function heldAtFirst(element: JsonObject): JsonObject | undefined {
  switch (element['type']) {
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return { value: element['initial_value'] ?? null };
    case 'static_select':
    case 'radio_buttons':
      return { selected_option: isObject(element['initial_option']) ? element['initial_option'] : null };
    case 'checkboxes':
    case 'multi_static_select':
      return { selected_options: objectsIn(element['initial_options']) };
    case 'users_select':
      return { selected_user: element['initial_user'] ?? null };
    case 'datepicker':
      return { selected_date: element['initial_date'] ?? null };
    case 'timepicker':
      return { selected_time: element['initial_time'] ?? null };
    default:
      return undefined;
  }
}

/** The values as they were at first, with what was filled in since; inputs that are gone are left out. */
export function mergeValues(initial: StateValues, filled: StateValues): StateValues {
  return Object.fromEntries(
    Object.entries(initial).map(([blockId, actions]) => [
      blockId,
      Object.fromEntries(
        Object.entries(actions).map(([actionId, value]) => [actionId, filled[blockId]?.[actionId] ?? value]),
      ),
    ]),
  );
}
