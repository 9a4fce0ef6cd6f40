/** One way in which a pull of what is gone can work again. A plan for a person: nothing is sent. */
export interface Recovery {
  readonly kind: RecoveryKind;
  /** One sentence, plain text: the way, and how sure it is. */
  readonly says: string;
  /** Commands by hand, in their order; none when there is nothing to type. */
  readonly byHand: readonly string[];
}

export type RecoveryKind =
  /** The image is on its way. */
  | 'wait'
  /** The manifest is there, without its tag. */
  | 'retag'
  | 'restore-archived'
  /** Another place has the image. */
  | 'copy-from'
  /** The tag is there; a deployment holds on to a digest that is not. */
  | 'redeploy'
  | 'roll-back'
  | 'rebuild';
