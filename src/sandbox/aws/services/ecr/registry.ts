import { textOf } from '../../wire/input.ts';
import { type Operation, wishForAll } from '../operation.ts';
import { invalidParameter, registryIdOf, registryOf, wishForRegistry } from './repository.ts';

const TWELVE_HOURS = 12 * 60 * 60 * 1000;

/** Settings that ECR knows besides the one that the estate models, with what a new registry has. */
const OTHER_SETTINGS: Readonly<Record<string, string>> = {
  BASIC_SCAN_TYPE_VERSION: 'AWS_NATIVE',
  BLOB_MOUNTING: 'DISABLED',
};

export const getAccountSetting: Operation = {
  wishes: wishForRegistry,
  answer(call) {
    const name = textOf(call.input, 'name') ?? '';
    const value = name === 'REGISTRY_POLICY_SCOPE' ? registryOf(call).policyScope : OTHER_SETTINGS[name];
    if (value === undefined) throw invalidParameter('name', 'must be the name of an account setting');
    return { name, value };
  },
};

/** Of the caller's own registry: the call has no input. */
export const getRegistryScanningConfiguration: Operation = {
  wishes: wishForRegistry,
  answer(call) {
    const { scanType, rules } = registryOf(call).scanning;
    return {
      registryId: registryIdOf(call),
      scanningConfiguration: {
        scanType,
        rules: rules.map(({ scanFrequency, filters }) => ({
          scanFrequency,
          repositoryFilters: filters.map((filter) => ({ filter, filterType: 'WILDCARD' })),
        })),
      },
    };
  },
};

export const getAuthorizationToken: Operation = {
  wishes: wishForAll,
  answer: ({ caller, region, at }) => ({
    authorizationData: [
      {
        // Base64 of `AWS:password`, as Docker wants it; this password opens nothing.
        authorizationToken: Buffer.from(`AWS:sandbox-${caller.accessKeyId}`).toString('base64'),
        expiresAt: new Date(at.getTime() + TWELVE_HOURS).toISOString(),
        proxyEndpoint: `https://${caller.account}.dkr.ecr.${region}.amazonaws.com`,
      },
    ],
  }),
};
