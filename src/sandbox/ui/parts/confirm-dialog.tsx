import type { JsonObject } from '../../slack/wire.ts';
import { textOf } from '../blocks/text-of.ts';
import { TextObject } from '../blocks/text.tsx';
import { Dialog } from './dialog.tsx';

interface Props {
  readonly confirm: JsonObject;
  readonly onConfirm: () => void;
  readonly onDeny: () => void;
}

/** The question that an app asks before a click counts. */
export function ConfirmDialog({ confirm, onConfirm, onDeny }: Props) {
  const title = textOf(confirm['title']);
  const style = confirm['style'] === 'danger' ? 'button-danger' : 'button-primary';
  return (
    <Dialog label={title} testId="confirm-dialog" onCancel={onDeny}>
      <header className="dialog-head">
        <h2>{title}</h2>
      </header>
      <div className="dialog-body">
        <TextObject value={confirm['text']} />
      </div>
      <footer className="dialog-foot">
        <button type="button" className="button" data-testid="confirm-deny" onClick={onDeny}>
          {textOf(confirm['deny'])}
        </button>
        <button type="button" className={`button ${style}`} data-testid="confirm-accept" onClick={onConfirm}>
          {textOf(confirm['confirm'])}
        </button>
      </footer>
    </Dialog>
  );
}
