/** A situation that the demo can be put into: what is broken in it, and the message that a person would paste. */
export interface WorldCard {
  readonly id: string;
  readonly title: string;
  readonly breaks: string;
  readonly message: string;
}

/** What the side panel of the page needs to know; the demo's worlds live elsewhere. */
export interface WorldPanel {
  list(): readonly WorldCard[];
  /** The id of the world that the app is looking at now. */
  active(): string;
  choose(id: string): Promise<void>;
}
