import { useState } from 'react';
import { isObject, objectsIn, type JsonObject } from '../../slack/wire.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { useDirectory } from '../workspace/directory.tsx';
import { Icon } from '../parts/icons.tsx';
import { Menu } from '../parts/menu.tsx';
import { useSurface } from '../surface.tsx';
import { textOf } from './text-of.ts';
import { PlainText } from './text.tsx';

interface Props {
  readonly blockId: string;
  readonly element: JsonObject;
}

export function Button({ blockId, element }: Props) {
  const { isBusy, press, confirm } = usePress(blockId, element);
  const style = typeof element['style'] === 'string' ? ` button-${element['style']}` : '';
  const label = typeof element['accessibility_label'] === 'string' ? element['accessibility_label'] : undefined;
  const open = () => {
    const { url } = element;
    if (typeof url === 'string' && /^https?:\/\//i.test(url)) window.open(url, '_blank', 'noopener,noreferrer');
    press();
  };
  return (
    <>
      <button
        type="button"
        className={`button${style}`}
        aria-label={label}
        aria-busy={isBusy}
        aria-disabled={isBusy}
        data-action-id={element['action_id']}
        onClick={open}
      >
        <PlainText text={textOf(element['text'])} />
      </button>
      {confirm}
    </>
  );
}

export function IconButton({ blockId, element }: Props) {
  const { me } = useDirectory();
  const { isBusy, press, confirm } = usePress(blockId, element);
  const onlyFor = element['visible_to_user_ids'];
  if (Array.isArray(onlyFor) && !onlyFor.includes(me)) return null;
  return (
    <>
      <button
        type="button"
        className="icon-button"
        aria-label={textOf(element['text'])}
        aria-disabled={isBusy}
        data-action-id={element['action_id']}
        onClick={press}
      >
        <Icon name={element['icon'] === 'trash' ? 'trash' : 'dot'} size={16} />
      </button>
      {confirm}
    </>
  );
}

export function FeedbackButtons({ blockId, element }: Props) {
  const surface = useSurface();
  const [given, setGiven] = useState<unknown>(null);
  const sides = [
    ['positive_button', 'thumbUp'],
    ['negative_button', 'thumbDown'],
  ] as const;
  return sides.map(([key, icon]) => {
    const side = isObject(element[key]) ? element[key] : {};
    const give = () => {
      setGiven(side['value']);
      void surface.press(blockId, {
        type: 'feedback_buttons',
        action_id: element['action_id'],
        value: side['value'],
        text: side['text'],
      });
    };
    return (
      <button
        key={key}
        type="button"
        className="icon-button"
        aria-label={textOf(side['text'])}
        aria-pressed={given === side['value']}
        onClick={give}
      >
        <Icon name={icon} size={16} />
      </button>
    );
  });
}

/** A menu behind three dots; choosing an entry acts at once. */
export function Overflow({ blockId, element }: Props) {
  const surface = useSurface();
  const choose = (option: JsonObject) => void surface.press(blockId, { ...element, selected_option: option });
  return (
    <Menu label="More options">
      {objectsIn(element['options']).map((option, index) => (
        <button key={index} type="button" onClick={() => choose(option)}>
          {textOf(option['text'])}
        </button>
      ))}
    </Menu>
  );
}

/**
 * Pressing an element: asks first when the app wants that, and is busy until the app has acknowledged. A busy one takes no
 * press and keeps the focus, which a disabled one would lose: a modal that opens meanwhile gives the focus back to it.
 */
function usePress(blockId: string, element: JsonObject) {
  const surface = useSurface();
  const [isBusy, setBusy] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const send = async () => {
    setAsking(false);
    setBusy(true);
    await surface.press(blockId, element);
    setBusy(false);
  };
  const needsConfirm = isObject(element['confirm']);
  const press = () => {
    if (isBusy) return;
    if (needsConfirm) setAsking(true);
    else void send();
  };
  return {
    isBusy,
    press,
    confirm:
      isAsking && isObject(element['confirm']) ? (
        <ConfirmDialog confirm={element['confirm']} onConfirm={() => void send()} onDeny={() => setAsking(false)} />
      ) : null,
  };
}
