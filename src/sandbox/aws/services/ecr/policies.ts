import type { Operation } from '../operation.ts';
import { findRepository, notFound, registryIdOf, registryOf, wishForNamed, wishForRegistry } from './repository.ts';

export const getLifecyclePolicy: Operation = {
  wishes: wishForNamed,
  answer(call) {
    const { name, lifecyclePolicy } = findRepository(call);
    if (lifecyclePolicy === null) {
      const sentence = `Lifecycle policy does not exist for the repository with name '${name}'`;
      throw notFound('LifecyclePolicyNotFoundException', sentence, call);
    }
    return {
      registryId: registryIdOf(call),
      repositoryName: name,
      lifecyclePolicyText: lifecyclePolicy.text,
      lastEvaluatedAt: lifecyclePolicy.lastEvaluatedAt,
    };
  },
};

export const getRepositoryPolicy: Operation = {
  wishes: wishForNamed,
  answer(call) {
    const { name, policy } = findRepository(call);
    if (policy === null) {
      const sentence = `Repository policy does not exist for the repository with name '${name}'`;
      throw notFound('RepositoryPolicyNotFoundException', sentence, call);
    }
    return { registryId: registryIdOf(call), repositoryName: name, policyText: policy };
  },
};

export const getRegistryPolicy: Operation = {
  wishes: wishForRegistry,
  answer(call) {
    const { policy } = registryOf(call);
    if (policy === null) throw notFound('RegistryPolicyNotFoundException', 'Registry policy does not exist', call);
    return { registryId: registryIdOf(call), policyText: policy };
  },
};
