import { expect, it } from 'vitest';
import { CONTROL_LAYERS, controlLayerIn, controlsObserved, noControl } from '../../src/domain/control-layer.ts';

it.each(CONTROL_LAYERS)('what is said of the %s layer is read back as that layer', (layer) => {
  const said = [
    controlsObserved(layer, []),
    controlsObserved(layer, ['resource control policy of ours (p-1)']),
    noControl(layer, 'is in use'),
  ];
  expect(said.map(controlLayerIn)).toEqual([layer, layer, layer]);
});

it.each(['in organization o-a1b2c3d4e5', 'a resource control policy', ''])('"%s" is of no layer', (observed) => {
  expect(controlLayerIn(observed)).toBeUndefined();
});
