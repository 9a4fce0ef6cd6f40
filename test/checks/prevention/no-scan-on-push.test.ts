import { noScanOnPush } from '../../../src/checks/prevention/no-scan-on-push.ts';
import type { ScanningRule } from '../../../src/domain/facts/prevention.ts';
import { aRepository } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

const rule = (frequency: ScanningRule['frequency'], ...filters: readonly string[]) => ({ frequency, filters });
const facts = (scanOnPush: boolean, type: 'BASIC' | 'ENHANCED', ...rules: readonly ScanningRule[]) => ({
  repository: aRepository({ scanOnPush }),
  registryScanning: { type, rules },
});

testCheck(noScanOnPush, {
  always: [
    {
      when: 'a filter for continuous scanning matches, and one for pushes too',
      facts: facts(false, 'ENHANCED', rule('SCAN_ON_PUSH', '*'), rule('CONTINUOUS_SCAN', 'shop/*')),
    },
  ],
  'on-push': [
    { when: 'the repository says so', facts: facts(true, 'BASIC') },
    { when: 'a filter of the registry matches', facts: facts(false, 'BASIC', rule('SCAN_ON_PUSH', 'shop/*')) },
    { when: 'a filter without a star is in the name', facts: facts(false, 'BASIC', rule('SCAN_ON_PUSH', 'op/a')) },
  ],
  never: [
    { when: 'nobody says so', facts: facts(false, 'BASIC') },
    { when: 'no filter matches', facts: facts(false, 'BASIC', rule('SCAN_ON_PUSH', 'api*', 'web')) },
    { when: 'the matching rule waits to be asked', facts: facts(false, 'BASIC', rule('MANUAL', '*')) },
  ],
  'not-enhanced': [
    {
      when: 'enhanced scanning leaves it out, whatever the repository says',
      facts: facts(true, 'ENHANCED', rule('CONTINUOUS_SCAN', 'web/*')),
    },
  ],
  'no-repository': [
    { when: 'there is none', facts: { repository: null, registryScanning: { type: 'BASIC', rules: [] } } },
  ],
});
