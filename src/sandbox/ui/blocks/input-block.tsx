import { useId } from 'react';
import { isObject, textIn, type JsonObject } from '../../slack/wire.ts';
import { useSurface } from '../surface.tsx';
import { Field } from './field.tsx';
import { textOf } from './text-of.ts';

/** An input with its label, its hint, and what is wrong with it. */
export function InputBlock({ block, blockId }: { readonly block: JsonObject; readonly blockId: string }) {
  const surface = useSurface();
  const id = useId();
  const element = isObject(block['element']) ? block['element'] : {};
  const label = textOf(block['label']);
  const hint = textOf(block['hint']);
  const error = surface.errors[blockId];
  const keep = (value: JsonObject) => {
    surface.fill(blockId, textIn(element, 'action_id'), { type: element['type'], ...value });
    if (block['dispatch_action'] === true) void surface.press(blockId, { ...element, ...value });
  };
  return (
    <div className="input-block">
      <label htmlFor={id}>
        {label}
        {block['optional'] === true && <span className="optional"> (optional)</span>}
      </label>
      <Field
        element={element}
        id={id}
        name={label}
        isInvalid={error !== undefined}
        describedBy={`${id}-notes`}
        onValue={keep}
      />
      <div id={`${id}-notes`}>
        {error !== undefined && (
          <p className="field-error" role="alert" data-testid="field-error">
            {error}
          </p>
        )}
        {hint !== '' && <p className="hint">{hint}</p>}
      </div>
    </div>
  );
}
