import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import type { ConfiguredAccount } from '../domain/account.ts';
import type { AccountId, Arn, Place, Region } from '../domain/aws.ts';
import { once } from '../lib/once.ts';
import { type ClientOptions, type Clients, createClients, type Credentials } from './clients.ts';
import { AwsTrouble, troubleReason } from './errors.ts';
import { REQUEST_TAG } from './permissions/trust.ts';
import { roleArnOf } from './role-arn.ts';
import { sharedSession } from './session.ts';

/** Who we are before we assume any role. */
export interface Self {
  /** What a trust policy must name: the role, where our identity is a session of one. */
  readonly arn: Arn;
  readonly account: AccountId;
}

export interface IdentityOptions extends ClientOptions {
  readonly accounts: readonly ConfiguredAccount[];
  /** Our own credentials; the SDK's default provider chain when absent. */
  readonly credentials?: Credentials;
  /** The Region of our own calls to STS before any place is known. */
  readonly homeRegion: string;
}

/** The reading identity in each account: its role from ecr-why.yml, or our own where we live. */
export class Identities {
  readonly #options: IdentityOptions;
  readonly #clients = new Map<string, Promise<Clients>>();
  readonly #reading = new Map<Arn, Credentials>();
  readonly self: () => Promise<Self>;

  constructor(options: IdentityOptions) {
    this.#options = options;
    this.self = once(() => this.#whoAmI());
  }

  get accounts(): readonly ConfiguredAccount[] {
    return this.#options.accounts;
  }

  account(id: AccountId): ConfiguredAccount | undefined {
    return this.#options.accounts.find((account) => account.id === id);
  }

  /** Clients of our own identity, before any role. */
  own(region: Region = this.#options.homeRegion): Clients {
    // Which account we live in is what they are asked first.
    return createClients({ account: 'our own account', region }, this.#options.credentials, this.#options);
  }

  /** Clients that read in one place, shared by all investigations. Throws `AwsTrouble` when we are not let in. */
  reading(place: Place): Promise<Clients> {
    const key = `${place.account} ${place.region}`;
    const known = this.#clients.get(key);
    if (known !== undefined) return known;
    const opening = this.#openReading(place);
    this.#clients.set(key, opening);
    // A refusal must not be remembered: somebody may be mending the role right now.
    opening.catch(() => this.#clients.delete(key));
    return opening;
  }

  /** Clients of a session that can do no more than `policy`, in the name of `person`. */
  fixing(
    place: Place,
    role: Arn,
    session: { readonly policy: string; readonly person: string; readonly request: string },
  ): Clients {
    const credentials = this.#assume(role, place, {
      Policy: session.policy,
      SourceIdentity: session.person,
      RoleSessionName: `ecr-why-${session.request}`.slice(0, 64),
      Tags: [{ Key: REQUEST_TAG, Value: session.request }],
    });
    return createClients(place, credentials, this.#options);
  }

  async #openReading(place: Place): Promise<Clients> {
    const account = this.account(place.account);
    if (account?.readRole == null) {
      const self = await this.self();
      if (self.account !== place.account) throw new AwsTrouble('account-not-configured', { place, self: self.arn });
      return createClients(place, this.#options.credentials, this.#options);
    }
    const credentials = this.#readingCredentials(account.readRole, place);
    const clients = createClients(place, credentials, this.#options);
    await this.#tryOut(clients, account.readRole, place);
    return clients;
  }

  /** One provider a role, whatever the Region: its session serves them all. */
  #readingCredentials(role: Arn, place: Place): Credentials {
    const known = this.#reading.get(role);
    if (known !== undefined) return known;
    const credentials = this.#assume(role, place, { RoleSessionName: 'ecr-why-read' });
    this.#reading.set(role, credentials);
    return credentials;
  }

  #assume(role: Arn, place: Place, params: Omit<AssumeParams, 'RoleArn'>): Credentials {
    const externalId = this.account(place.account)?.externalId;
    const { requestHandler, credentials } = this.#options;
    const provider = fromTemporaryCredentials({
      ...(credentials !== undefined && { masterCredentials: credentials }),
      params: { RoleArn: role, DurationSeconds: 900, ...params, ...(externalId != null && { ExternalId: externalId }) },
      clientConfig: { region: place.region, ...(requestHandler !== undefined && { requestHandler }) },
    });
    return sharedSession(provider);
  }

  async #tryOut(clients: Clients, role: Arn, place: Place): Promise<void> {
    try {
      await clients.sts.config.credentials();
    } catch (error) {
      const reason = troubleReason(error);
      if (reason === null) throw error;
      // Only a refusal says something of the role: an STS that does not answer is no reason to change whom it trusts.
      const about = { action: 'sts:AssumeRole', place, role } as const;
      if (reason !== 'denied') throw new AwsTrouble(reason, about, error);
      const self = await this.self().catch(() => null);
      throw new AwsTrouble('role-not-assumable', { ...about, self: self?.arn ?? null }, error);
    }
  }

  async #whoAmI(): Promise<Self> {
    try {
      const { Arn: arn = '', Account: account = '' } = await this.own().sts.send(new GetCallerIdentityCommand({}));
      return { arn: roleArnOf(arn) ?? arn, account };
    } catch (error) {
      const reason = troubleReason(error);
      if (reason === null) throw error;
      const place = { account: 'our own account', region: this.#options.homeRegion };
      throw new AwsTrouble(reason, { action: 'sts:GetCallerIdentity', place }, error);
    }
  }
}

type AssumeParams = NonNullable<Parameters<typeof fromTemporaryCredentials>[0]['params']>;
