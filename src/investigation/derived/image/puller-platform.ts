import type { Incident } from '../../../domain/incident.ts';
import type { EcsWorkload, PullerPlatform } from '../../../domain/facts/puller.ts';
import { defineDerived, known } from '../define-derived.ts';

/** `no matching manifest for linux/arm64/v8`: the first platform that a text names is the one that was wanted. */
const NAMED = /\b(?<os>linux|windows)\/(?<architecture>amd64|arm64|arm|386|ppc64le|s390x|riscv64)\b/;

/** AWS's names for what OCI calls otherwise. */
const ARCHITECTURES: Readonly<Record<EcsWorkload['architecture'], string | null>> = {
  X86_64: 'amd64',
  ARM64: 'arm64',
  unknown: null,
};

export const pullerPlatform = defineDerived({
  name: 'pullerPlatform',
  from: ['puller', 'workload'],
  async derive(learn, incident) {
    const named = platformNamedBy(incident);
    if (named !== null) return known(named, []);
    const puller = await learn('puller');
    // An instance that is gone may still have a task definition that says what it was.
    const machine = puller.known ? puller : await learn('workload');
    // Whoever pulls, what the image was built for can still be told.
    if (!machine.known) return known({ os: null, architecture: null }, []);
    const { os, architecture } = machine.value;
    const platform = { os: os === 'unknown' ? null : os, architecture: ARCHITECTURES[architecture] };
    return known(platform, machine.evidence);
  },
});

function platformNamedBy({ symptom }: Incident): PullerPlatform | null {
  if (symptom?.kind !== 'platform_mismatch') return null;
  const { os, architecture } = NAMED.exec(symptom.quote)?.groups ?? {};
  return os === undefined || architecture === undefined ? null : { os, architecture };
}
