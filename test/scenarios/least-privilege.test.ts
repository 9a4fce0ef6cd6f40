import { expect, it } from 'vitest';
import { readPolicy } from '../../scripts/iam/policies.ts';
import type { Estate } from '../../src/sandbox/aws/estate.ts';
import { WORLDS } from '../../src/sandbox/worlds/index.ts';
import { diagnoseWorld } from '../support/diagnose-world.ts';

/** The reading roles may do what docs/iam says, on the resources that it says, and nothing more. */
function cutDown(estate: Estate): Estate {
  for (const account of estate.accounts) {
    for (const role of account.roles.filter(({ name }) => name === estate.readerRole)) {
      const document = JSON.stringify(readPolicy({ partition: 'aws', account: account.id }));
      role.inlinePolicies = [{ name: 'read', document }];
    }
  }
  return estate;
}

it.each(WORLDS.map((world) => [world.id, world] as const))(
  'a reader with the generated policy sees as much of %s as one with a wide one',
  async (_id, world) => {
    const { diagnosis } = await diagnoseWorld(world);
    const { diagnosis: cut } = await diagnoseWorld({ ...world, build: (now) => cutDown(world.build(now)) });
    const told = ({ findings }: typeof cut) => findings.map(({ check, answer, gaps }) => [check, answer, gaps.length]);
    expect(told(cut)).toEqual(told(diagnosis));
    expect(cut.conclusion.kind).toBe(diagnosis.conclusion.kind);
  },
);
