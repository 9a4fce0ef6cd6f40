/** The value that a JSON text stands for, or `undefined` when it is not JSON: text from outside is never trusted to be. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
