import { describe, expect, test } from 'vitest';
import { sameAsBefore } from '../../src/bot/same-as-before.ts';
import type { BotShapes, DiagnosisJob } from '../../src/bot/shapes.ts';
import type { DiagnosisRecord } from '../../src/jobs/index.ts';
import { diagnosis, EXPIRED, explained, INCIDENT } from '../slack/support/diagnoses.ts';

type Kept = DiagnosisRecord<BotShapes>;

const AT = '2026-11-21T08:10:00.000Z';
const NOW = '2026-11-21T15:02:00.000Z';
const MORNING: DiagnosisJob = {
  incident: { ...INCIDENT, id: 'why-morning', reportedAt: AT },
  conversation: { team: 'T1', channel: 'C1', threadTs: '1.1', user: null, responseUrl: null },
  scene: '',
};
const ASKED: DiagnosisJob = {
  ...MORNING,
  incident: { ...INCIDENT, id: 'why-now', reportedAt: NOW },
  conversation: { ...MORNING.conversation, threadTs: '2.2' },
};
const KEPT: Kept = {
  id: 'why-morning',
  data: MORNING,
  state: 'done',
  notes: { verdictTs: '1.3' },
  result: diagnosis(),
  failure: null,
  addedAt: new Date(AT),
  finishedAt: new Date(AT),
};

const ask = (kept: readonly Kept[], asked: DiagnosisJob = ASKED, found = diagnosis()) =>
  sameAsBefore({ recentDiagnoses: () => Promise.resolve(kept) }, asked, found);
const at = (conversation: Partial<DiagnosisJob['conversation']>): DiagnosisJob => ({
  ...MORNING,
  conversation: { ...MORNING.conversation, ...conversation },
});
const changed = diagnosis({
  findings: diagnosis().findings.map((finding) => ({ ...finding, summary: `${finding.summary} Now.` })),
});

const undetermined = (says: string) =>
  diagnosis({ conclusion: { kind: 'undetermined', says, unknown: [], alsoWrong: [] } });

describe('an answer that was given before', () => {
  test('is pointed to where it stands', async () => {
    expect(await ask([KEPT])).toEqual({ channel: 'C1', threadTs: '1.1', at: AT });
  });

  test('may stand in a thread that it opened', async () => {
    const opened = { ...KEPT, data: at({ threadTs: null }), notes: { parentTs: '1.2', verdictTs: '1.3' } };
    expect(await ask([opened])).toMatchObject({ threadTs: '1.2' });
  });

  test('is the whole one, behind those that only point to it', async () => {
    const pointing = { ...KEPT, id: 'why-noon', data: at({ threadTs: '3.3' }), notes: { isSameAsBefore: true } };
    expect(await ask([pointing, KEPT])).toMatchObject({ threadTs: '1.1' });
  });

  test('without a cause is the same only when it says the same', async () => {
    const kept = { ...KEPT, result: undetermined('The message says “toomanyrequests”.') };
    expect(await ask([kept], ASKED, undetermined('The message says “toomanyrequests”.'))).not.toBeNull();
    expect(await ask([kept], ASKED, undetermined('The message says “no basic auth”.'))).toBeNull();
  });

  test.each<[string, readonly Kept[], DiagnosisJob?]>([
    ['when there is none', []],
    ['when it is this very one', [{ ...KEPT, id: 'why-now' }]],
    ['when a check says something else now', [{ ...KEPT, result: changed }]],
    [
      'when another check was the cause',
      [{ ...KEPT, result: diagnosis({ conclusion: explained({ cause: EXPIRED }) }) }],
    ],
    [
      'when it was less certain',
      [{ ...KEPT, result: diagnosis({ conclusion: explained({ certainty: 'probable' }) }) }],
    ],
    ['when only an older one says the same', [{ ...KEPT, id: 'why-noon', result: changed }, KEPT]],
    ['in its own thread', [KEPT], { ...ASKED, conversation: MORNING.conversation }],
    ['from another channel', [{ ...KEPT, data: at({ channel: 'C2' }) }]],
    ['about another image', [{ ...KEPT, data: { ...MORNING, incident: { ...MORNING.incident, image: null } } }]],
    ['about another AWS', [{ ...KEPT, data: { ...MORNING, scene: '1' } }]],
    ['that was told to one person alone', [{ ...KEPT, notes: { isWhispered: true } }]],
    ['that never came', [{ ...KEPT, state: 'failed', result: null }]],
    [
      'of the day before',
      [KEPT],
      { ...ASKED, incident: { ...ASKED.incident, reportedAt: '2026-11-22T15:02:00.000Z' } },
    ],
  ])('is not pointed to %s', async (_when, kept, asked) => {
    expect(await ask(kept, asked)).toBeNull();
  });
});
