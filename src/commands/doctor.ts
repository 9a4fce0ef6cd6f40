import { parseArgs } from 'node:util';
import { checkUp } from '../aws/doctor/check-up.ts';
import type { Identities } from '../aws/identities.ts';
import { ConfigProblem } from '../config/problem.ts';
import { drawCheckup } from '../terminal/draw-checkup.ts';
import { openRealAws, openWorld, worldNamed } from './open-aws.ts';
import { readOptions } from './read-options.ts';

const OPTIONS = { world: { type: 'string' }, json: { type: 'boolean' } } as const;

/** `ecr-why doctor`: tries every account, role and permission. Resolves with 0 when nothing is missing, else with 1. */
export async function doctor(args: readonly string[]): Promise<number> {
  const { values } = readOptions(() => parseArgs({ args: [...args], options: OPTIONS }));
  const identities = values.world === undefined ? openConfigured() : openWorld(worldNamed(values.world));
  const checkup = await checkUp(identities);
  process.stdout.write(values.json === true ? `${JSON.stringify(checkup, null, 2)}\n` : drawCheckup(checkup));
  return checkup.self !== null && checkup.accounts.every(({ troubles }) => troubles.length === 0) ? 0 : 1;
}

function openConfigured(): Identities {
  const identities = openRealAws(process.env);
  if (identities.accounts.length > 0) return identities;
  throw new ConfigProblem(
    'There is no ecr-why.yml here: expected a file that lists accounts (docs/configuration.md), or its path, ' +
      'such as ECR_WHY_CONFIG=/etc/ecr-why.yml ecr-why doctor.',
  );
}
