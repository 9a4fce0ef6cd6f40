import { describe, expect, it } from 'vitest';
import type { StatementChange } from '../../../src/domain/statement-change.ts';
import { drawChecks } from '../../../src/slack/blocks/checks-modal.ts';
import { drawDiagnosis } from '../../../src/slack/blocks/diagnosis.ts';
import { statementLines } from '../../../src/slack/blocks/statement-lines.ts';
import { diagnosis, explained, finding, NAMES, NOT_ALLOWED } from '../support/diagnoses.ts';
import { shown } from '../support/requests.ts';

const ADD: StatementChange = {
  kind: 'add',
  where: 'a policy of role `checkout-exec` in account 444455556666',
  statement:
    '{"Effect":"Allow","Action":"ecr:BatchGetImage","Resource":"arn:aws:ecr:eu-west-1:111122223333:repository/a"}',
};
const MEND: StatementChange = {
  kind: 'mend',
  where: 'statement 1 of repository policy',
  statement: '{"Effect":"Deny"}',
};
const DENIED = { ...NOT_ALLOWED, statements: [ADD, MEND, ADD] };
const conclusion = explained({ cause: DENIED });

describe('the statements to change', () => {
  it('are one line each, as they are to be pasted', () => {
    expect(statementLines(conclusion)).toEqual([
      `Add to a policy of role \`checkout-exec\` in account 444455556666: \`${ADD.statement}\``,
      'Mend statement 1 of repository policy: `{"Effect":"Deny"}`',
    ]);
  });

  it('are in the verdict, with the account by its name and the statement untouched', () => {
    const drawn = drawDiagnosis(diagnosis({ conclusion, findings: [DENIED] }), NAMES);
    expect(shown(drawn)).toContain('The statement to change');
    expect(drawn.text).toContain('in account 4444 5555 6666 shop-prod');
    expect(drawn.text).toContain(ADD.statement);
  });

  it('are whole under all checks, where a person can read and copy them', () => {
    const drawn = drawChecks(diagnosis({ conclusion, findings: [DENIED] }), NAMES);
    expect(shown(drawn)).toContain(JSON.stringify(JSON.stringify(JSON.parse(ADD.statement), null, 2)));
  });

  it('are told of what a pull would stop at now', () => {
    const next = { kind: 'would-fail-now', says: 'It would stop.', next: DENIED, alsoWrong: [] } as const;
    expect(statementLines(next)).toHaveLength(2);
  });

  it.each([
    ['nothing is denied', explained({ cause: finding() })],
    ['all is well', { kind: 'would-pull-now', says: 'It would.', alsoWrong: [] }],
  ] as const)('are none where %s', (_when, other) => {
    expect(statementLines(other)).toEqual([]);
  });
});
