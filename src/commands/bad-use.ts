/** A command line that cannot be understood: one sentence that says what was expected. */
export class BadUse extends Error {
  override readonly name = 'BadUse';
}
