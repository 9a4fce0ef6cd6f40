import { describe, expect, it } from 'vitest';
import { defineCheck } from '../../src/checks/define-check.ts';
import { CHECKS } from '../../src/checks/index.ts';
import type { Symptom } from '../../src/domain/incident.ts';
import { firstQuestions, lastQuestions, runCheck } from '../../src/investigation/run-check.ts';
import { anIncident, SYMPTOMS } from '../support/an-incident.ts';
import { aGap, FakeFactSource } from '../support/fake-fact-source.ts';
import { aRepository } from '../support/facts.ts';

const check = defineCheck({
  id: 'a-check',
  stage: 'manifest',
  step: 'object',
  question: 'Is it there?',
  needs: ['repository', 'image'],
  answers: { there: { verdict: 'pass', says: '`{{name}}` is there.' } },
  evaluate: ({ repository }) => ({ answer: 'there', data: { name: repository?.name ?? '' } }),
});
const noBug = (): void => expect.unreachable('nothing is wrong with this check');

describe('runCheck', () => {
  it('fills the sentence of the answer and keeps the evidence of every fact', async () => {
    const finding = await runCheck(
      check,
      new FakeFactSource({ repository: aRepository(), image: null, pullThroughRule: null }),
      anIncident(),
      noBug,
    );
    expect(finding).toMatchObject({
      check: 'a-check',
      verdict: 'pass',
      answer: 'there',
      summary: '`shop/api` is there.',
      gaps: [],
    });
    expect(finding.evidence.map(({ subject }) => subject)).toEqual(['repository', 'image']);
  });

  it('hands on what an answer says of its own certainty', async () => {
    const unsure = { ...check, evaluate: () => ({ answer: 'there', atMost: 'probable' }) as const };
    const source = new FakeFactSource({ repository: aRepository(), image: null });
    expect(await runCheck(unsure, source, anIncident(), noBug)).toMatchObject({ atMost: 'probable' });
    expect(await runCheck(check, source, anIncident(), noBug)).not.toHaveProperty('atMost');
  });

  it('is unknown when a fact is missing, and says what would let us look', async () => {
    const source = new FakeFactSource({ repository: aRepository(), pullThroughRule: null }, [aGap('image')]);
    const finding = await runCheck(check, source, anIncident(), noBug);
    expect(finding).toMatchObject({ verdict: 'unknown', answer: null, gaps: [{ fact: 'image', reason: 'denied' }] });
    expect(finding.summary).toBe(
      'In 123456789012 us-east-1, role `arn:aws:iam::123456789012:role/EcrWhyRead` was denied `ecr:DescribeImages`.',
    );
  });

  it('turns a bug into unknown, and reports it', async () => {
    const bugs: unknown[] = [];
    const broken = {
      ...check,
      evaluate: () => {
        throw new TypeError('oops');
      },
    };
    const source = new FakeFactSource({ repository: aRepository(), image: null, pullThroughRule: null });
    const finding = await runCheck(broken, source, anIncident(), (id, error) => bugs.push([id, error]));
    expect(finding).toMatchObject({ verdict: 'unknown', gaps: [] });
    expect(finding.summary).toContain('failed to run');
    expect(bugs).toEqual([['a-check', new TypeError('oops')]]);
  });

  it('turns a fact that crashed into unknown as well', async () => {
    const bugs: string[] = [];
    const finding = await runCheck(check, new FakeFactSource({}), anIncident(), (id) => bugs.push(id));
    expect(finding.verdict).toBe('unknown');
    expect(bugs).toEqual(['a-check']);
  });
});

describe('firstQuestions', () => {
  it('are asked whatever the others say, as far as they concern the text', () => {
    const asked = (symptom: Symptom | null) => firstQuestions(anIncident({ symptom }));
    expect(asked(null)).toEqual(CHECKS.filter(({ after }) => after === undefined));
    for (const { concerns } of asked(SYMPTOMS.timeout)) expect(concerns ?? ['timeout']).toContain('timeout');
  });

  it('leave the others for the end, and these explain nothing', async () => {
    const incident = anIncident({ symptom: SYMPTOMS.timeout });
    const last = lastQuestions(incident);
    expect(last).not.toEqual([]);
    expect([...firstQuestions(incident), ...last].length).toBe(firstQuestions(anIncident()).length);
    const source = new FakeFactSource({ repository: aRepository(), image: null });
    const beside = { ...check, concerns: ['kms'] } as const;
    expect(await runCheck(beside, source, incident, noBug)).toMatchObject({ explains: false });
    expect(await runCheck(beside, source, anIncident(), noBug)).not.toHaveProperty('explains');
  });
});
