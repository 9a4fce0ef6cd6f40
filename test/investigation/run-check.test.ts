import { describe, expect, it } from 'vitest';
import { defineCheck } from '../../src/checks/define-check.ts';
import { CHECKS } from '../../src/checks/index.ts';
import type { Check } from '../../src/domain/check.ts';
import type { Symptom } from '../../src/domain/incident.ts';
import { firstQuestions, lastQuestions, runCheck, secondQuestions } from '../../src/investigation/run-check.ts';
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

  it('hands on the statements to change, and whether it reads as the text does', async () => {
    const statements = [{ kind: 'add', where: 'a policy', statement: '{}' }] as const;
    const telling = { ...check, evaluate: () => ({ answer: 'there', statements, explains: false }) as const };
    const source = new FakeFactSource({ repository: aRepository(), image: null });
    expect(await runCheck(telling, source, anIncident(), noBug)).toMatchObject({ statements, explains: false });
    const silent = await runCheck(check, source, anIncident(), noBug);
    expect(silent).not.toHaveProperty('statements');
    expect(silent).not.toHaveProperty('explains');
  });

  it('hands on which checks it supersedes, whatever comes of it', async () => {
    const outdoing = { ...check, supersedes: ['another'] };
    const source = new FakeFactSource({ repository: aRepository(), image: null });
    expect(await runCheck(outdoing, source, anIncident(), noBug)).toMatchObject({ supersedes: ['another'] });
    const blind = new FakeFactSource({ repository: aRepository() }, [aGap('image')]);
    expect(await runCheck(outdoing, blind, anIncident(), noBug)).toMatchObject({
      verdict: 'unknown',
      supersedes: ['another'],
    });
    expect(await runCheck(check, source, anIncident(), noBug)).not.toHaveProperty('supersedes');
  });

  it('puts the finding where the answer shows, else where the check stands', async () => {
    const source = new FakeFactSource({ repository: aRepository(), image: null });
    const moved = { ...check, evaluate: () => ({ answer: 'there', stage: 'layers', step: 'path' }) as const };
    expect((await runCheck(moved, source, anIncident(), noBug)).position).toEqual({ stage: 'layers', step: 'path' });
    expect((await runCheck(check, source, anIncident(), noBug)).position).toEqual({
      stage: 'manifest',
      step: 'object',
    });
  });

  it('says from where on it could have shown, when it did not get to answer', async () => {
    const ranging = { ...check, from: 'token' } as const;
    const source = new FakeFactSource({ repository: aRepository(), image: null });
    expect(await runCheck(ranging, source, anIncident(), noBug)).not.toHaveProperty('from');
    const blind = new FakeFactSource({ repository: aRepository() }, [aGap('image')]);
    expect(await runCheck(ranging, blind, anIncident(), noBug)).toMatchObject({ from: 'token' });
    expect(await runCheck(check, blind, anIncident(), noBug)).not.toHaveProperty('from');
  });

  it('says what two facts lack for one reason once', async () => {
    const source = new FakeFactSource({}, [aGap('repository'), aGap('image')]);
    const { summary, gaps } = await runCheck(check, source, anIncident(), noBug);
    expect(gaps).toHaveLength(2);
    expect(summary.match(/was denied/g)).toHaveLength(1);
  });

  it('takes an answer that the check does not declare for a bug', async () => {
    const bugs: string[] = [];
    const undeclared: Check = { ...check, answers: {} };
    const source = new FakeFactSource({ repository: aRepository(), image: null });
    const finding = await runCheck(undeclared, source, anIncident(), (_id, error) => bugs.push(String(error)));
    expect(finding.verdict).toBe('unknown');
    expect(bugs).toEqual(['Error: a-check gave an answer that it does not declare: there']);
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

describe('secondQuestions', () => {
  it('are those that name the check that failed, and no first ones', () => {
    const asked = secondQuestions('missing-image');
    expect(asked.map(({ id }) => id)).toEqual(expect.arrayContaining(['mistyped-tag', 'deleted-image']));
    for (const { after } of asked) expect(after).toContain('missing-image');
    expect(secondQuestions('mistyped-tag')).toEqual([]);
  });

  it('concern whatever text their first question does', () => {
    expect(CHECKS.filter(({ after, concerns }) => after !== undefined && concerns !== undefined)).toEqual([]);
  });
});
