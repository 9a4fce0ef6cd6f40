import type { Diagnosis } from '../../domain/diagnosis.ts';
import type { StoryStep } from '../../domain/story.ts';
import type { AccountNames } from '../blocks/text.ts';
import type { SlackClients } from '../clients.ts';
import type { Log } from '../ports.ts';

/** Tells one story in Slack while it happens: a live list of steps, then one verdict. */
export interface Teller {
  /** Shows the newest steps; those that come faster than Slack allows are skipped. Never throws. */
  readonly step: (steps: readonly StoryStep[]) => void;
  /**
   * Ends the list of steps and posts the verdict, once.
   * @throws when Slack could not be reached; telling the story again then posts nothing twice
   */
  finish(diagnosis: Diagnosis, durationMs: number): Promise<void>;
}

/** What every story is told with. */
export interface TellerDesk {
  readonly clients: SlackClients;
  readonly names: AccountNames;
  readonly log: Log;
  /**
   * Draws SVG as PNG, the only kind of picture that Slack shows.
   * @throws when this machine cannot
   */
  readonly toPng: (svg: string) => Promise<Uint8Array>;
  /** Where Slack is, when it is not slack.com. */
  readonly slackApiUrl?: string;
}
