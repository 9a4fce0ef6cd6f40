import { expect, it } from 'vitest';
import { READ_ACTIONS } from '../../../src/aws/doctor/check-up.ts';
import { PROBES, UNTRIABLE } from '../../../src/aws/doctor/probes/index.ts';

it.each(READ_ACTIONS.map((action) => [action, action] as const))(
  '%s has a probe in src/aws/doctor/probes, or a reason there why it has none',
  (_title, action) => {
    expect((PROBES[action] === undefined) !== (UNTRIABLE[action] === undefined)).toBe(true);
  },
);
