import {
  DescribePolicyCommand,
  paginateListParents,
  paginateListPoliciesForTarget,
  paginateListRoots,
  type Root,
} from '@aws-sdk/client-organizations';
import type { AccountId, Action, Place } from '../../domain/aws.ts';
import { type ControlLayer, controlsObserved, noControl } from '../../domain/control-layer.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { OrganizationLevel, ReadControls } from '../../domain/facts/organization.ts';
import { accountOf } from '../../domain/arn.ts';
import { once } from '../../lib/once.ts';
import { AwsTrouble } from '../errors.ts';
import { everyItem } from '../every-item.ts';
import type { Answer, Reader } from '../reader.ts';

/** The management account may make these calls, and a delegated administrator. (Organizations API reference.) */
export const ORGANIZATION_ACTIONS = [
  'organizations:ListRoots',
  'organizations:ListParents',
  'organizations:ListPoliciesForTarget',
  'organizations:DescribePolicy',
] as const satisfies readonly Action[];

/** Units nest five deep under the root. (Organizations user guide, "Quotas".) */
const MOST_UNITS = 5;

const LAYERS = {
  SERVICE_CONTROL_POLICY: 'service control',
  RESOURCE_CONTROL_POLICY: 'resource control',
} as const satisfies Readonly<Record<string, ControlLayer>>;

export type ControlType = keyof typeof LAYERS;

export interface ControlsReading {
  readonly controls: ReadControls;
  readonly evidence: readonly Evidence[];
}

/** One organization, read through one account that may. What two questions share is asked once. */
export class OrganizationReader {
  readonly #reader: Reader;
  readonly #place: Place;
  readonly #root: () => Promise<{ root: Root | null; says: Answer<Root[]>['says'] }>;
  readonly #parents = new Map<string, Promise<string | null>>();
  readonly #documents = new Map<string, Promise<string>>();

  /** @param place the account that may; Organizations is global, and its endpoint is the same for any Region of a partition. */
  constructor(reader: Reader, place: Place) {
    this.#reader = reader;
    this.#place = place;
    this.#root = once(() => this.#readRoot());
  }

  /** The policies over an account, level by level; `null`: the account is none of this organization. */
  async controlsOver(account: AccountId, type: ControlType): Promise<ControlsReading | null> {
    const { root, says } = await this.#root();
    const path = root === null ? null : await this.#pathTo(account);
    if (root === null || path === null) return null;
    // They bind neither who asks out of the management account nor what is in it: the root's ARN says which that is.
    const isManagement = accountOf(root.Arn ?? '') === account;
    const isEnabled = root.PolicyTypes?.some((each) => each.Type === type && each.Status === 'ENABLED') ?? false;
    if (isManagement || !isEnabled) {
      const observed = noControl(LAYERS[type], isManagement ? 'binds the management account' : 'is in use');
      return { controls: { account, levels: null }, evidence: [says(targetWords(root.Id ?? ''), observed)] };
    }
    const levels = await Promise.all(path.map((target) => this.#level(target, type)));
    return {
      controls: { account, levels: levels.map(({ level }) => level) },
      evidence: levels.map(({ evidence }) => evidence),
    };
  }

  async #readRoot(): Promise<{ root: Root | null; says: Answer<Root[]>['says'] }> {
    const { output, says } = await this.#reader.ask(
      this.#place,
      'organizations:ListRoots',
      ({ organizations }) => everyItem(paginateListRoots({ client: organizations }, {}), ({ Roots }) => Roots),
      ['AWSOrganizationsNotInUseException'],
    );
    return { root: output?.[0] ?? null, says };
  }

  /** From the root down to the account, both included. */
  async #pathTo(account: AccountId): Promise<readonly string[] | null> {
    const path: string[] = [account];
    for (let child = account; !child.startsWith('r-');) {
      if (path.length > MOST_UNITS + 1) {
        throw new AwsTrouble('too-much', { action: 'organizations:ListParents', place: this.#place });
      }
      const parent = await this.#parentOf(child);
      if (parent === null) return null;
      path.unshift(parent);
      child = parent;
    }
    return path;
  }

  #parentOf(child: string): Promise<string | null> {
    const known = this.#parents.get(child) ?? this.#readParent(child);
    this.#parents.set(child, known);
    return known;
  }

  async #readParent(child: string): Promise<string | null> {
    const { output } = await this.#reader.ask(
      this.#place,
      'organizations:ListParents',
      ({ organizations }) =>
        everyItem(paginateListParents({ client: organizations }, { ChildId: child }), ({ Parents }) => Parents),
      ['ChildNotFoundException'],
    );
    return output?.[0]?.Id ?? null;
  }

  async #level(id: string, type: ControlType): Promise<{ level: OrganizationLevel; evidence: Evidence }> {
    const { output, says } = await this.#reader.ask(
      this.#place,
      'organizations:ListPoliciesForTarget',
      ({ organizations }) =>
        everyItem(
          paginateListPoliciesForTarget({ client: organizations }, { TargetId: id, Filter: type }),
          ({ Policies }) => Policies,
        ),
    );
    const target = targetWords(id);
    const policies = await Promise.all(
      (output ?? []).map(async ({ Id = '', Name = '', Arn }) => ({
        name: `${LAYERS[type]} policy ${Name} (${Id}) on ${target}`,
        text: await this.#documentOf(Id),
        ...(Arn !== undefined && { arn: Arn }),
      })),
    );
    const names = (output ?? []).map(({ Id = '', Name = '' }) => `${Name} (${Id})`);
    return { level: { target, policies }, evidence: says(target, controlsObserved(LAYERS[type], names)) };
  }

  #documentOf(policy: string): Promise<string> {
    const known = this.#documents.get(policy) ?? this.#readDocument(policy);
    this.#documents.set(policy, known);
    return known;
  }

  async #readDocument(policy: string): Promise<string> {
    const { output } = await this.#reader.ask(this.#place, 'organizations:DescribePolicy', ({ organizations }) =>
      organizations.send(new DescribePolicyCommand({ PolicyId: policy })),
    );
    return output?.Policy?.Content ?? '';
  }
}

function targetWords(id: string): string {
  if (id.startsWith('r-')) return `root ${id}`;
  return id.startsWith('ou-') ? `organizational unit ${id}` : `account ${id}`;
}
