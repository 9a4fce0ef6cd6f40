import { textIn, type JsonObject } from '../../slack/wire.ts';
import { useSurface } from '../surface.tsx';
import { Button, FeedbackButtons, IconButton, Overflow } from './button.tsx';
import { Field } from './field.tsx';
import { Image } from './image.tsx';
import { textOf } from './text-of.ts';
import { TextObject } from './text.tsx';

export function ContextElement({ element }: { readonly element: JsonObject }) {
  return element['type'] === 'image' ? (
    <Image image={element} size="inline" />
  ) : (
    <span>
      <TextObject value={element} />
    </span>
  );
}

/** `name` is what a menu is called when it has no placeholder of its own. */
export function Element({
  element,
  blockId,
  name = '',
}: {
  readonly element: JsonObject;
  readonly blockId: string;
  readonly name?: string;
}) {
  const surface = useSurface();
  switch (element['type']) {
    case 'button':
      return <Button element={element} blockId={blockId} />;
    case 'icon_button':
      return <IconButton element={element} blockId={blockId} />;
    case 'feedback_buttons':
      return <FeedbackButtons element={element} blockId={blockId} />;
    case 'overflow':
      return <Overflow element={element} blockId={blockId} />;
    case 'image':
      return <Image image={element} size="thumbnail" />;
    default: {
      const actionId = textIn(element, 'action_id');
      const use = (value: JsonObject) => {
        surface.fill(blockId, actionId, { type: element['type'], ...value });
        void surface.press(blockId, { ...element, ...value });
      };
      return (
        <Field
          element={element}
          id={`${blockId}-${actionId}`}
          name={textOf(element['placeholder']) || name}
          onValue={use}
        />
      );
    }
  }
}
