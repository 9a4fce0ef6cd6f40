import { describe, expect, it } from 'vitest';
import { statementsToChange } from '../../src/domain/conclusion-words.ts';
import { WORLDS } from '../../src/sandbox/worlds/index.ts';
import { diagnoseWorld } from '../support/diagnose-world.ts';

/** The checks whose failure means that some policy says no. */
const DENIALS = new Set([
  'denied-token',
  'denied-pull',
  'denied-import',
  'endpoint-policy-denies',
  'scp-denies',
  'unreadable-cache',
  'untrusted-role',
  'upstream-denies',
]);
/** Where there is no statement that could be shown, the answer says who can change it. */
const SAYS_WHO = /Only who runs the organization can change that/;

const DENIED = WORLDS.filter(({ expect: { cause } }) => cause !== undefined && DENIALS.has(cause));

describe.each(DENIED.map((world) => [world.id, world] as const))('the denial of the world %s', (_id, world) => {
  it('comes with the statement to change', async () => {
    const { conclusion } = (await diagnoseWorld(world)).diagnosis;
    if (conclusion.kind !== 'explained') throw new Error(`${world.id} is not explained`);
    const statements = statementsToChange(conclusion);
    if (statements.length === 0) expect(conclusion.cause.summary).toMatch(SAYS_WHO);
    for (const { statement } of statements) expect(JSON.parse(statement)).toHaveProperty('Effect');
  });
});

it('looks at every kind of denial', () => {
  const causes = new Set(DENIED.map(({ expect: { cause } }) => cause));
  expect(causes).toEqual(DENIALS);
});
