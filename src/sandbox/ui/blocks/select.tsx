import { objectsIn, textIn, type JsonObject } from '../../slack/wire.ts';
import { useDirectory } from '../workspace/directory.tsx';
import { controlAttributes, type FieldProps } from './field-props.ts';
import { textOf } from './text-of.ts';

export function Select(props: FieldProps) {
  const { element, onValue } = props;
  const groups = objectsIn(element['option_groups']);
  const options = [...objectsIn(element['options']), ...groups.flatMap((group) => objectsIn(group['options']))];
  const [initial = {}] = objectsIn([element['initial_option']]);
  const choose = (value: string) =>
    onValue({ selected_option: options.find((option) => option['value'] === value) ?? null });
  return (
    <select
      {...controlAttributes(props)}
      defaultValue={textIn(initial, 'value')}
      onChange={(event) => choose(event.target.value)}
    >
      <option value="">{textOf(element['placeholder']) || 'Choose…'}</option>
      {groups.length === 0 ? (
        <Options options={options} />
      ) : (
        groups.map((group, index) => (
          <optgroup key={index} label={textOf(group['label'])}>
            <Options options={objectsIn(group['options'])} />
          </optgroup>
        ))
      )}
    </select>
  );
}

function Options({ options }: { readonly options: readonly JsonObject[] }) {
  return options.map((option) => (
    <option key={textIn(option, 'value')} value={textIn(option, 'value')}>
      {textOf(option['text'])}
    </option>
  ));
}

export function PersonSelect(props: FieldProps) {
  const { people } = useDirectory();
  const { element, onValue } = props;
  return (
    <select
      {...controlAttributes(props)}
      defaultValue={textIn(element, 'initial_user')}
      onChange={(event) => onValue({ selected_user: event.target.value || null })}
    >
      <option value="">{textOf(element['placeholder']) || 'Choose a person…'}</option>
      {people.map((person) => (
        <option key={person.id} value={person.id}>
          {person.realName}
        </option>
      ))}
    </select>
  );
}
