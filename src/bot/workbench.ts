import type { Identities } from '../aws/identities.ts';
import type { Jobs } from '../jobs/index.ts';
import type { Log } from '../slack/ports.ts';
import type { TellerDesk } from '../slack/telling/teller.ts';
import type { BotShapes } from './shapes.ts';

/** What all work is done with. */
export interface Workbench {
  readonly identities: () => Identities;
  readonly jobs: Jobs<BotShapes>;
  readonly tellerDesk: TellerDesk;
  readonly log: Log;
}
