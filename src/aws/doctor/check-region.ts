import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import type { Action, Arn, Place } from '../../domain/aws.ts';
import type { Trouble } from '../../domain/checkup.ts';
import { partitionOfArn } from '../../domain/arn.ts';
import type { Clients } from '../clients.ts';
import { AwsTrouble } from '../errors.ts';
import { readRefusal } from './aws-answer.ts';
import type { Desk } from './desk.ts';
import { type ActionAnswer, tryAction } from './try-action.ts';

export interface RegionCheck {
  readonly answers: ReadonlyMap<Action, ActionAnswer>;
  readonly troubles: readonly Trouble[];
}

/** Whether the reader is who it should be in one Region, and what AWS says to each action there. */
export async function checkRegion(
  place: Place,
  reader: Arn,
  actions: readonly Action[],
  desk: Desk,
): Promise<RegionCheck> {
  const trouble = { region: place.region, role: reader };
  try {
    const clients = await desk.turn(() => desk.identities.reading(place));
    const account = await desk.turn(() => accountOf(clients));
    if (account !== place.account) {
      return nothingTried({ ...trouble, kind: 'wrong-account', action: null, found: account });
    }
    const where = { ...place, partition: partitionOfArn(reader) };
    const answers = await Promise.all(
      actions.map(async (action): Promise<readonly [Action, ActionAnswer] | null> => {
        const probe = desk.probes[action];
        if (probe === undefined) return null;
        return [action, await desk.turn(() => tryAction(action, probe, clients, where))];
      }),
    );
    return { answers: new Map(answers.filter((answer) => answer !== null)), troubles: [] };
  } catch (error) {
    const { found } = readRefusal(error instanceof AwsTrouble ? error.cause : error);
    return nothingTried({ ...trouble, kind: 'no-answer', action: 'sts:GetCallerIdentity', found });
  }
}

async function accountOf({ sts }: Clients): Promise<string> {
  return (await sts.send(new GetCallerIdentityCommand({}))).Account ?? '';
}

function nothingTried(trouble: Trouble): RegionCheck {
  return { answers: new Map(), troubles: [trouble] };
}
