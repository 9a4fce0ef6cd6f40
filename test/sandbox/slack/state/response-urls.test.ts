import { expect, it } from 'vitest';
import { ResponseUrls } from '../../../../src/sandbox/slack/state/response-urls.ts';
import { Triggers } from '../../../../src/sandbox/slack/state/triggers.ts';

const ORIGIN = { user: 'U1', channel: 'C1' };

it('a response URL answers five times', () => {
  const urls = new ResponseUrls('http://127.0.0.1:1/response/', () => 0);
  const secret = urls.issue(ORIGIN).split('/').at(-1) ?? '';
  const uses = Array.from({ length: 6 }, () => urls.use(secret).kind);
  expect(uses).toEqual(['good', 'good', 'good', 'good', 'good', 'used_url']);
});

it('a response URL is good for thirty minutes', () => {
  let now = 0;
  const urls = new ResponseUrls('', () => now);
  const secret = urls.issue(ORIGIN);
  now = 30 * 60_000;
  expect(urls.use(secret).kind).toBe('good');
  now += 1;
  expect(urls.use(secret).kind).toBe('expired_url');
  expect(urls.use('guessed').kind).toBe('expired_url');
});

it('a trigger opens one modal, within three seconds', () => {
  let now = 0;
  const triggers = new Triggers(() => now);
  const [first, second] = [triggers.issue('U1'), triggers.issue('U1')];
  now = 3_000;
  expect(triggers.use(first)).toEqual({ kind: 'good', user: 'U1' });
  expect(triggers.use(first)).toEqual({ kind: 'exchanged_trigger_id' });
  now += 1;
  expect(triggers.use(second)).toEqual({ kind: 'expired_trigger_id' });
  expect(triggers.use('guessed')).toEqual({ kind: 'invalid_trigger_id' });
});
