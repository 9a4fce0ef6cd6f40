import { defineDerived, known } from '../define-derived.ts';
import { isShut, traceEach } from './shut-subnets.ts';
import { whatDiffers } from './what-differs.ts';

export const openSubnet = defineDerived({
  name: 'openSubnet',
  from: ['network', 'puller', 'pullerRoles', 'workload'],
  async derive(learn, incident) {
    const traced = await traceEach(learn, incident);
    if (!traced.known) return traced;
    const shut = traced.value.find(({ paths }) => isShut(paths))?.estate;
    const open = traced.value.find(({ paths }) => paths.legs.every(({ verdict }) => verdict === 'reachable'))?.estate;
    if (shut === undefined || open === undefined) return known(null, []);
    const differences = whatDiffers(shut, shut.source, open.source);
    return known({ here: shut.source.subnet, there: open.source.subnet, differences }, []);
  },
});
