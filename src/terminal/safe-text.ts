// oxlint-disable-next-line no-control-regex -- control characters are what this is about
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Text from outside without the control characters by which it could move the cursor or change the title of a terminal. */
export function safeText(text: string): string {
  return text.replace(CONTROL, '�');
}
