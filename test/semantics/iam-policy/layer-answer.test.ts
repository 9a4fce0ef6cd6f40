import { describe, expect, it } from 'vitest';
import { askDocuments, askLevels, UNREAD_LAYER } from '../../../src/semantics/iam-policy/layer-answer.ts';
import { contextOf, type NamedDocument } from '../../../src/semantics/iam-policy/index.ts';
import { NO } from '../../../src/semantics/iam-policy/truth.ts';
import { policy, requestOf, SHOP } from './access-case.ts';

const REQUEST = requestOf({ name: '', expect: { outcome: '' } });
const SUBJECT = { request: REQUEST, context: contextOf(REQUEST), hasBoundary: NO };
const UNREAD: NamedDocument = { name: 'unread', document: 'unknown' };

const ALLOW = { Sid: 'Allow', Effect: 'Allow', Action: 'ecr:*', Resource: '*' };
const DENY = { ...ALLOW, Sid: 'Deny', Effect: 'Deny' };
const THROUGH_ENDPOINT = { Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } } };
const PERHAPS = { ...ALLOW, Sid: 'Perhaps', ...THROUGH_ENDPOINT };
const PERHAPS_DENY = { ...DENY, Sid: 'PerhapsDeny', ...THROUGH_ENDPOINT };
const OTHER = { ...ALLOW, Sid: 'Other', Action: 's3:*' };
const ELSEWHERE = { ...ALLOW, Sid: 'Elsewhere', Resource: 'arn:aws:ecr:*:*:repository/other' };
const byAccount = { ...ALLOW, Sid: 'Account', Principal: { AWS: SHOP } };
const byRole = { ...ALLOW, Sid: 'Role', Principal: { AWS: `arn:aws:iam::${SHOP}:role/svc/puller` } };
const everybody = { ...ALLOW, Sid: 'Everybody', Principal: '*' };

const doc = (...statements: readonly object[]): NamedDocument => policy('doc', statements);

describe('the documents of a layer', () => {
  it.each<[string, readonly NamedDocument[], string, string, string | undefined]>([
    ['none', [], 'no', 'no', undefined],
    ['an Allow', [doc(ALLOW)], 'no', 'yes', 'Allow'],
    ['an Allow of something else', [doc(OTHER)], 'no', 'no', undefined],
    ['a Deny beside an Allow', [doc(ALLOW), doc(DENY)], 'yes', 'yes', 'Deny'],
    ['a Deny, however sure the Allow', [doc(PERHAPS_DENY, ALLOW)], 'unknown', 'yes', 'PerhapsDeny'],
    ['a sure Deny behind an unsure one', [doc(PERHAPS_DENY, DENY)], 'yes', 'no', 'Deny'],
    ['an unsure Allow', [doc(PERHAPS)], 'no', 'unknown', 'Perhaps'],
    ['a sure Allow behind an unsure one', [doc(PERHAPS, ALLOW)], 'no', 'yes', 'Allow'],
    ['one that was not read', [UNREAD], 'unknown', 'unknown', undefined],
    ['one that was not read beside an Allow', [UNREAD, doc(ALLOW)], 'unknown', 'yes', 'Allow'],
    ['one that was not read beside a Deny', [UNREAD, doc(DENY)], 'yes', 'unknown', 'Deny'],
  ])('%s', (_what, documents, deny, allow, sid) => {
    const answer = askDocuments(documents, 'ignored', SUBJECT);
    expect([answer.deny.truth, answer.allow.atAll.truth]).toEqual([deny, allow]);
    expect(answer.statement?.sid).toBe(sid);
  });

  it.each([
    [[byAccount], 'yes no no', 'Account'],
    [[byAccount, byRole], 'yes yes no', 'Role'],
    [[byAccount, byRole, everybody], 'yes yes yes', 'Everybody'],
    [[ALLOW], 'no no no', undefined],
  ] as const)('tell how closely %j names the principal: %s', (statements, closeness, sid) => {
    const { allow, statement } = askDocuments([doc(...statements)], 'required', SUBJECT);
    expect([allow.atAll, allow.byRole, allow.directly].map(({ truth }) => truth).join(' ')).toBe(closeness);
    expect(statement?.sid).toBe(sid);
  });

  it('name what nearly allows, and which part of it fails', () => {
    const nobody = { ...ALLOW, Sid: 'Nobody', Principal: { AWS: '999988887777' } };
    const statements = [
      ELSEWHERE,
      PERHAPS,
      OTHER,
      ALLOW,
      { ...DENY, Resource: ELSEWHERE.Resource },
      nobody,
      { ...nobody, ...THROUGH_ENDPOINT, Sid: 'Both' },
    ];
    const { nearMisses } = askDocuments([doc(...statements)], 'optional', SUBJECT);
    expect(nearMisses.map(({ statement: { sid }, fails }) => [sid, fails])).toEqual([
      ['Elsewhere', ['resource']],
      ['Perhaps', ['condition']],
      ['Nobody', ['principal']],
      ['Both', ['principal', 'condition']],
    ]);
    expect(nearMisses[1]?.conditions).toMatchObject([{ key: 'aws:SourceVpce', values: ['vpce-1'] }]);
  });

  it('name a statement by its document and its place', () => {
    expect(askDocuments([doc(OTHER), doc(OTHER, { ...ALLOW, Sid: '' })], 'ignored', SUBJECT).statement).toMatchObject({
      document: 'doc',
      index: 1,
    });
  });
});

describe('the levels of a control policy', () => {
  const full = [doc(ALLOW)];

  it.each<[string, Parameters<typeof askLevels>[0], string, string, number | undefined, string | undefined]>([
    ['all allow', [full, full], 'no', 'yes', undefined, 'Allow'],
    ['one is silent', [full, [doc(OTHER)], full], 'no', 'no', 1, undefined],
    ['one was not read', [full, 'unknown'], 'unknown', 'unknown', 1, undefined],
    ['one denies', [full, full, [doc(ALLOW, DENY)]], 'yes', 'yes', 2, 'Deny'],
    ['one denies behind one that is silent', [[doc(OTHER)], [doc(ALLOW, DENY)]], 'yes', 'no', 1, 'Deny'],
    [
      'one may deny, behind one that is silent',
      [[doc(OTHER)], [doc(ALLOW, PERHAPS_DENY)]],
      'unknown',
      'no',
      0,
      undefined,
    ],
    ['one may deny, and all allow', [[doc(ALLOW, PERHAPS_DENY)], full], 'unknown', 'yes', 0, 'PerhapsDeny'],
    ['one may allow', [full, [doc(PERHAPS)]], 'no', 'unknown', 1, 'Perhaps'],
  ])('%s', (_what, levels, deny, allow, level, sid) => {
    const answer = askLevels(levels, 'ignored', SUBJECT);
    expect([answer.deny.truth, answer.allow.atAll.truth]).toEqual([deny, allow]);
    expect(answer.level).toBe(level);
    expect(answer.statement?.sid).toBe(sid);
  });

  it('give the near misses of the level that does not say yes', () => {
    const sids = (...levels: Parameters<typeof askLevels>[0]) =>
      askLevels(levels, 'ignored', SUBJECT).nearMisses.map(({ statement }) => statement.sid);
    expect(sids([doc(ELSEWHERE)], 'unknown', [doc(PERHAPS)])).toEqual(['Elsewhere']);
    expect(sids([doc(ALLOW, ELSEWHERE)], [doc(PERHAPS)])).toEqual(['Perhaps']);
  });

  it('an unread layer may allow and may deny', () => {
    expect(UNREAD_LAYER).toMatchObject({ deny: { truth: 'unknown' }, allow: { directly: { truth: 'unknown' } } });
  });
});
