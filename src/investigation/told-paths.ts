import type { EcrIncident } from '../domain/check.ts';
import type { Conclusion } from '../domain/diagnosis.ts';
import type { FactSource } from '../domain/facts.ts';
import type { SubnetPaths } from '../domain/network-path.ts';
import { mainFinding } from './main-finding.ts';
import type { OnBug } from './run-check.ts';

/**
 * The ways out of the subnet that the answer speaks of, else out of the worst; `null` when the network was not read. The
 * checks of the path have learned this fact already, so it costs no call.
 */
export async function toldPaths(
  conclusion: Conclusion,
  source: FactSource,
  incident: EcrIncident,
  onBug: OnBug,
): Promise<SubnetPaths | null> {
  try {
    const learned = await source.learn('networkPaths', incident);
    if (!learned.known) return null;
    const told = mainFinding(conclusion)?.data['subnet'];
    const [worst = null] = learned.value;
    return learned.value.find(({ subnet }) => subnet === told) ?? worst;
  } catch (error) {
    onBug('told-paths', error);
    return null;
  }
}
