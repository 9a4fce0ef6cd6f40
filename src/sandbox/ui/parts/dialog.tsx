import { useLayoutEffect, useRef, type ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly testId: string;
  /** Escape was pressed, or the backdrop of a light question was clicked. */
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** The browser's own modal dialog: it keeps the focus inside and gives it back. */
export function Dialog({ label, testId, onCancel, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Closed before it leaves the page, or the focus would not find its way back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-label={label}
      data-testid={testId}
      onCancel={(event) => {
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      {children}
    </dialog>
  );
}
