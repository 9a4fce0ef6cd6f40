import type { JsonObject } from '../../slack/wire.ts';

export interface FieldProps {
  readonly element: JsonObject;
  /** The id of the control, for its label. */
  readonly id: string;
  readonly name: string;
  readonly isInvalid?: boolean;
  readonly describedBy?: string;
  /** Called with what the control now holds, in the words of a view's `state.values`. */
  readonly onValue: (value: JsonObject) => void;
}

/** What every control says of itself, to people, to screen readers and to tests. */
export function controlAttributes({ id, name, isInvalid = false, describedBy, element }: FieldProps) {
  return {
    id,
    name,
    'aria-label': name,
    'aria-invalid': isInvalid,
    'aria-describedby': describedBy,
    'data-action-id': element['action_id'],
    className: 'field',
  };
}
