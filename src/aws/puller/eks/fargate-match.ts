import type { FargateProfile } from '@aws-sdk/client-eks';

/** Which profiles take a pod: surely, by its namespace alone, or perhaps, for what is known of it does not decide. */
export interface FargateMatch {
  readonly surely: readonly FargateProfile[];
  readonly perhaps: readonly FargateProfile[];
}

/**
 * A pod runs on Fargate when any selector of any profile fits its namespace and its labels, of which the latter nobody
 * tells us. (EKS user guide, "Define which Pods use AWS Fargate when launched".)
 */
export function fargateMatch(profiles: readonly FargateProfile[], namespace: string | undefined): FargateMatch {
  if (namespace === undefined) return { surely: [], perhaps: profiles };
  const fitting = profiles.map((profile) => ({
    profile,
    selectors: (profile.selectors ?? []).filter((selector) => fits(selector.namespace ?? '', namespace)),
  }));
  const isSure = ({ selectors }: (typeof fitting)[number]): boolean =>
    selectors.some(({ labels }) => Object.keys(labels ?? {}).length === 0);
  return {
    surely: fitting.filter(isSure).map(({ profile }) => profile),
    perhaps: fitting.filter((each) => each.selectors.length > 0 && !isSure(each)).map(({ profile }) => profile),
  };
}

/** Namespaces of selectors may hold `*` and `?`. */
function fits(pattern: string, namespace: string): boolean {
  const escaped = pattern.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(namespace);
}
