/** What must change in one policy for a denied action to be allowed. Nobody sends it: it is for a person to paste. */
export interface StatementChange {
  /** `add`: the statement is missing. `mend`: it is there, and does not do what it should. */
  readonly kind: 'add' | 'mend';
  /** Which policy, in words: `a policy of role checkout-exec in account 444455556666`. */
  readonly where: string;
  /** JSON on one line: to be pasted as it is, or as it stands in the policy now. */
  readonly statement: string;
}
