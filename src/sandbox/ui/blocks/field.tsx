import { objectsIn, textIn } from '../../slack/wire.ts';
import { controlAttributes, type FieldProps } from './field-props.ts';
import { PersonSelect, Select } from './select.tsx';
import { textOf } from './text-of.ts';
import { TextObject } from './text.tsx';

/** An input of Block Kit as the browser's own control, so that keyboards, phones and screen readers know it. */
export function Field(props: FieldProps) {
  switch (props.element['type']) {
    case 'static_select':
      return <Select {...props} />;
    case 'users_select':
      return <PersonSelect {...props} />;
    case 'radio_buttons':
      return <Choices {...props} type="radio" />;
    case 'checkboxes':
    case 'multi_static_select':
      return <Choices {...props} type="checkbox" />;
    case 'datepicker':
      return <Picker {...props} type="date" initial="initial_date" held="selected_date" />;
    case 'timepicker':
      return <Picker {...props} type="time" initial="initial_time" held="selected_time" />;
    default:
      return <TextInput {...props} />;
  }
}

const INPUT_TYPES: Readonly<Record<string, string>> = {
  number_input: 'number',
  email_text_input: 'email',
  url_text_input: 'url',
};

function TextInput(props: FieldProps) {
  const { element, onValue } = props;
  const shared = {
    ...controlAttributes(props),
    placeholder: textOf(element['placeholder']),
    defaultValue: textIn(element, 'initial_value'),
    autoFocus: element['focus_on_load'] === true,
    onChange: (event: { readonly target: { readonly value: string } }) =>
      onValue({ value: event.target.value || null }),
  };
  if (element['multiline'] === true) return <textarea rows={4} {...shared} />;
  return <input type={INPUT_TYPES[textIn(element, 'type')] ?? 'text'} {...shared} />;
}

function Choices({ type, ...props }: FieldProps & { readonly type: 'radio' | 'checkbox' }) {
  const { element, id, name, onValue, describedBy } = props;
  const options = objectsIn(element['options']);
  const initial = new Set(
    objectsIn([element['initial_option'], ...objectsIn(element['initial_options'])]).map((option) => option['value']),
  );
  const read = (group: HTMLElement) => {
    const boxes = [...group.querySelectorAll('input')];
    const chosen = options.filter((_, index) => boxes[index]?.checked);
    onValue(type === 'radio' ? { selected_option: chosen[0] ?? null } : { selected_options: chosen });
  };
  return (
    <div
      role={type === 'radio' ? 'radiogroup' : 'group'}
      id={id}
      aria-label={name}
      aria-describedby={describedBy}
      className="choices"
      data-action-id={element['action_id']}
      onChange={(event) => read(event.currentTarget)}
    >
      {options.map((option) => (
        <label key={textIn(option, 'value')}>
          <input type={type} name={id} value={textIn(option, 'value')} defaultChecked={initial.has(option['value'])} />
          <span>
            <TextObject value={option['text']} />
            <small>
              <TextObject value={option['description']} />
            </small>
          </span>
        </label>
      ))}
    </div>
  );
}

function Picker({
  type,
  initial,
  held,
  ...props
}: FieldProps & { readonly type: string; readonly initial: string; readonly held: string }) {
  const { element, onValue } = props;
  return (
    <input
      {...controlAttributes(props)}
      type={type}
      defaultValue={textIn(element, initial)}
      onChange={(event) => onValue({ [held]: event.target.value || null })}
    />
  );
}
