import { Identities } from '../aws/identities.ts';
import { readAwsConfig } from '../config/read-config.ts';
import { SANDBOX_ACCOUNTS, selfCredentials } from '../sandbox/accounts.ts';
import { worldHandler } from '../sandbox/aws/handler.ts';
import { findWorld, WORLDS } from '../sandbox/worlds/index.ts';
import type { World } from '../sandbox/worlds/world.ts';
import { BadUse } from './bad-use.ts';

/** As often as AWS's own tools try. */
const ATTEMPTS = 3;

/** AWS itself, with our own credentials from the environment and the roles of ecr-why.yml. */
export function openRealAws(env: NodeJS.ProcessEnv): Identities {
  const { accounts, homeRegion } = readAwsConfig(env);
  return new Identities({ accounts, homeRegion, maxAttempts: ATTEMPTS });
}

/** AWS as one of the sandbox's worlds plays it; the world is built anew. */
export function openWorld(world: World): Identities {
  const estate = world.build();
  return new Identities({
    accounts: SANDBOX_ACCOUNTS,
    homeRegion: 'us-east-1',
    maxAttempts: ATTEMPTS,
    credentials: selfCredentials(estate),
    lookupsPerSecond: Number.POSITIVE_INFINITY,
    requestHandler: worldHandler(() => estate),
  });
}

export function worldNamed(id: string): World {
  const world = findWorld(id);
  if (world !== undefined) return world;
  throw new BadUse(
    `There is no world ${JSON.stringify(id)}: expected one that "ecr-why worlds" lists, such as ${WORLDS[0]?.id}.`,
  );
}
