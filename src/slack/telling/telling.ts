import type { Diagnosis } from '../../domain/diagnosis.ts';
import type { StoryStep } from '../../domain/story.ts';
import type { EarlierAnswer } from '../blocks/records.ts';
import type { AccountNames } from '../blocks/text.ts';
import type { SlackClients } from '../clients.ts';
import type { Log } from '../ports.ts';

/** Tells one story in Slack while it happens: a live list of steps, then one verdict. */
export interface Teller {
  /** Shows the newest steps; those that come faster than Slack allows are skipped. Never throws. */
  readonly step: (steps: readonly StoryStep[]) => void;
  /** Shows no more steps, and settles once none is on its way: for work that has failed. Never throws. */
  readonly stop: () => Promise<void>;
  /**
   * Ends the list of steps and posts the verdict, once.
   * @param earlier the same verdict, where it stands already and still holds: then it is only pointed to
   * @throws when Slack could not be reached; telling the story again then posts nothing twice
   */
  finish(diagnosis: Diagnosis, durationMs: number, earlier?: EarlierAnswer | null): Promise<void>;
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
