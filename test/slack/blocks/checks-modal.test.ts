import { expect, it } from 'vitest';
import { checkView } from '../../../src/sandbox/slack/view-limits.ts';
import { drawChecks } from '../../../src/slack/blocks/checks-modal.ts';
import { diagnosis, NAMES } from '../support/diagnoses.ts';

const COMMAND = 'aws ecr put-image --image-tag v2.1.0 --image-manifest "$MANIFEST"';

it('shows every way back with its commands, before the checks', () => {
  const view = drawChecks(
    diagnosis({
      recovery: [
        { kind: 'retag', says: 'Its manifest is still here, in 111122223333.', byHand: [COMMAND] },
        { kind: 'roll-back', says: 'Run `v2.0.9`.', byHand: [] },
      ],
    }),
    NAMES,
  );
  const text = JSON.stringify(view.blocks);
  expect(view.blocks[0]).toMatchObject({ type: 'header', text: { text: 'Can it come back' } });
  expect(text).toContain(JSON.stringify({ type: 'text', text: COMMAND, style: { code: true } }));
  expect(text).toContain('1111 2222 3333');
  expect(text).toContain('v2.0.9');
  expect(checkView(view)).toEqual([]);
});

it('says nothing of a way back where nothing is gone, and nothing of the network where it is not in question', () => {
  const text = JSON.stringify(drawChecks(diagnosis(), NAMES));
  expect(text).not.toContain('Can it come back');
  expect(text).not.toContain('The way of each connection');
});
