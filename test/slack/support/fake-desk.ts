import type { ConfiguredAccount } from '../../../src/domain/account.ts';
import type { Diagnosis } from '../../../src/domain/diagnosis.ts';
import type { Ask, Desk, FixRequest } from '../../../src/slack/ports.ts';
import { diagnosis, FIX } from './diagnoses.ts';

export const REGISTRY: ConfiguredAccount = {
  id: '111122223333',
  name: 'registry',
  regions: ['eu-west-1'],
  readRole: 'arn:aws:iam::111122223333:role/EcrWhyRead',
  fixRole: 'arn:aws:iam::111122223333:role/EcrWhyFix',
  externalId: null,
  owners: ['UOWNER', 'S-ONCALL'],
  isProduction: false,
};

/** Before every expiry in these tests. */
export const NOW = Date.parse('2026-11-21T15:10:00Z');

/** The rest of the house, in memory: enough to press every button. */
export function fakeDesk(account: Partial<ConfiguredAccount> = {}, known: Diagnosis = diagnosis()) {
  const asks: Ask[] = [];
  const requests = new Map<string, FixRequest>();
  const desk: Desk = {
    accounts: [{ ...REGISTRY, ...account }],
    diagnose(ask) {
      asks.push(ask);
      return Promise.resolve({ id: `d-${asks.length}`, existing: null });
    },
    findDiagnosis: (id) => Promise.resolve(id === known.incident.id ? known : null),
    findIncident: (id) => Promise.resolve(id === known.incident.id ? known.incident : null),
    findOpenRequest: (diagnosisId, { id, kind }) =>
      Promise.resolve(
        [...requests.values()].find(
          ({ state, diagnosisId: of, fix }) =>
            state.kind === 'awaiting' && of === diagnosisId && fix.id === id && fix.kind === kind,
        ) ?? null,
      ),
    requestFix({ fix, requester, approvers, conversation, diagnosisId }) {
      const request: FixRequest = {
        id: `r-${requests.size + 1}`,
        diagnosisId,
        fix,
        requester,
        approvers,
        conversation,
        requestedAt: '2026-11-21T15:09:00Z',
        expiresAt: '2026-11-21T15:39:00Z',
        messageTs: null,
        state: { kind: 'awaiting' },
      };
      requests.set(request.id, request);
      return Promise.resolve(request);
    },
    placeFixRequest(id, messageTs) {
      const request = requests.get(id);
      if (request !== undefined) requests.set(id, { ...request, messageTs });
      return Promise.resolve();
    },
    findFixRequest: (id) => Promise.resolve(requests.get(id) ?? null),
    decideFix(id, { kind, by }) {
      const request = requests.get(id);
      if (request === undefined) throw new Error(`no request ${id}`);
      if (request.state.kind !== 'awaiting') return Promise.resolve({ request, isFirst: false });
      const decided: FixRequest = {
        ...request,
        state: { kind: kind === 'approve' ? 'approved' : 'rejected', by, at: '2026-11-21T15:10:00Z' },
      };
      requests.set(id, decided);
      return Promise.resolve({ request: decided, isFirst: true });
    },
    planUndo: (id) => Promise.resolve(requests.has(id) ? { ...FIX, kind: 'undo', title: `Undo: ${FIX.title}` } : null),
    homeOf: () => Promise.resolve({ recent: [], waiting: [...requests.values()], health: 'All is well.' }),
  };
  return { desk, asks, requests };
}

export type FakeDesk = ReturnType<typeof fakeDesk>;
