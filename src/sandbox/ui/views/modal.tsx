import { useState, type FormEvent } from 'react';
import type { SlackView } from '../../slack/wire.ts';
import { act } from '../act.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { textOf } from '../blocks/text-of.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Icon } from '../parts/icons.tsx';
import { FormSurface, plain, useForm } from './view-surface.tsx';

interface Props {
  readonly view: SlackView;
  readonly user: string;
  readonly onFailure: (reason: string) => void;
}

/** The modal on top of the person's stack. Submitting sends it to the app, which may send it back with errors. */
export function Modal({ view, user, onFailure }: Props) {
  const form = useForm(view, user, onFailure);
  const [isSending, setSending] = useState(false);
  const title = textOf(view['title']);
  const close = () => void act({ kind: 'close-view', user, viewId: view.id });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSending(true);
    form.setErrors({});
    const outcome = await act({ kind: 'submit', user, viewId: view.id, values: plain(form.values()) });
    setSending(false);
    if (outcome.kind === 'invalid') form.setErrors(outcome.errors);
    if (outcome.kind === 'failed') onFailure(outcome.reason);
  };
  return (
    <Dialog label={title} testId="modal" onCancel={close}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <header className="dialog-head">
          <h2>{title}</h2>
          <button type="button" className="icon-button" aria-label="Close" onClick={close}>
            <Icon name="close" />
          </button>
        </header>
        <div className="dialog-body">
          <FormSurface form={form}>
            <Blocks blocks={view.blocks} />
          </FormSurface>
        </div>
        <footer className="dialog-foot">
          <button type="button" className="button" data-testid="modal-close" onClick={close}>
            {textOf(view['close']) || (view['submit'] === undefined ? 'Close' : 'Cancel')}
          </button>
          {view['submit'] !== undefined && (
            <button type="submit" className="button button-primary" data-testid="modal-submit" disabled={isSending}>
              {textOf(view['submit'])}
            </button>
          )}
        </footer>
      </form>
    </Dialog>
  );
}
