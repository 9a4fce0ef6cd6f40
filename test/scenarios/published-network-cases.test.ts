import { describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../src/domain/diagnosis.ts';
import { findWorld } from '../../src/sandbox/worlds/index.ts';
import { diagnoseWorld } from '../support/diagnose-world.ts';

async function diagnose(id: string): Promise<Diagnosis> {
  const world = findWorld(id);
  if (world === undefined) throw new Error(`there is no world ${id}`);
  return (await diagnoseWorld(world)).diagnosis;
}

const failed = ({ findings }: Diagnosis): readonly string[] =>
  findings.filter(({ verdict }) => verdict === 'fail').map(({ check }) => check);

/** Two networks of which people have told that a runbook blamed the wrong thing. */
describe('published cases', () => {
  it('the S3 prefix list: a group that allows the endpoints alone stops the layers, and nothing else is blamed', async () => {
    const diagnosis = await diagnose('no-egress-to-prefix-list');
    expect(failed(diagnosis)).toEqual(['no-egress-to-prefix-list']);
    expect(diagnosis.conclusion).toMatchObject({
      kind: 'explained',
      certainty: 'confirmed',
      cause: { position: { stage: 'layers', step: 'path' } },
    });
  });

  it('endpoints that make NAT unnecessary: a route table without a way to the internet is not blamed', async () => {
    const diagnosis = await diagnose('healthy-endpoints-only');
    expect(failed(diagnosis)).toEqual([]);
    expect(diagnosis.conclusion.kind).toBe('would-pull-now');
  });
});
