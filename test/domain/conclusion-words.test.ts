import { describe, expect, it } from 'vitest';
import { openQuestions, statementsToChange, toDo } from '../../src/domain/conclusion-words.ts';
import type { Explained } from '../../src/domain/diagnosis.ts';
import type { StatementChange } from '../../src/domain/statement-change.ts';
import { aFinding } from '../support/a-finding.ts';

const asked = (summary: string, ...questions: readonly string[]) =>
  questions.map((question) => aFinding({ verdict: 'unknown', summary, question }));

describe('the questions that stay open', () => {
  it.each([
    [1, 'Nobody said who pulls. Open: A?'],
    [3, 'Nobody said who pulls. Open: A? B? C?'],
    [4, 'Nobody said who pulls. Open: A? B? C? And 1 more.'],
    [8, 'Nobody said who pulls. Open: A? B? C? And 5 more.'],
  ])('%i for one reason are one line that a phone can show', (count, line) => {
    const questions = ['A?', 'B?', 'C?', 'D?', 'E?', 'F?', 'G?', 'H?'].slice(0, count);
    expect(openQuestions(asked('Nobody said who pulls.', ...questions))).toEqual([line]);
  });

  it('are a line for each reason', () => {
    const unknown = [...asked('One.', 'A?'), ...asked('Two.', 'B?'), ...asked('One.', 'C?')];
    expect(openQuestions(unknown)).toEqual(['One. Open: A? C?', 'Two. Open: B?']);
  });
});

describe('the statements to change', () => {
  const add = (statement: string): StatementChange => ({ kind: 'add', where: 'a policy of role `exec`', statement });
  const denied = (...statements: readonly StatementChange[]) => aFinding({ verdict: 'fail', statements });
  const explained: Explained = {
    kind: 'explained',
    certainty: 'confirmed',
    cause: denied(add('{"Action":"a"}'), add('{"Action":"b"}')),
    because: [denied(add('{"Action":"a"}'))],
    follows: [denied(add('{"Action":"c"}'))],
    alsoWrong: [denied(add('{"Action":"d"}'))],
    unknown: [],
  };

  it('are those of the cause, of its reasons and of what follows, each once', () => {
    expect(statementsToChange(explained).map(({ statement }) => statement)).toEqual([
      '{"Action":"a"}',
      '{"Action":"b"}',
      '{"Action":"c"}',
    ]);
  });

  it('are another change where the same stands in another policy, or must be mended', () => {
    const [one, two, three] = [
      add('{}'),
      { ...add('{}'), where: 'a boundary' },
      { ...add('{}'), kind: 'mend' as const },
    ];
    const next = {
      kind: 'would-fail-now',
      says: 'It would stop.',
      next: denied(one, two, three),
      alsoWrong: [],
    } as const;
    expect(statementsToChange(next).map(toDo)).toEqual([
      'Add to a policy of role `exec`',
      'Add to a boundary',
      'Mend a policy of role `exec`',
    ]);
  });
});
