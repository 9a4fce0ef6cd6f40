import { INIT_SIGNATURES, KEY_SIGNATURES, REWRITTEN_SIGNATURES } from './signatures/aws-signatures.ts';
import { LAYER_SIGNATURES } from './signatures/layer-signatures.ts';
import { LOCAL_SIGNATURES } from './signatures/local-signatures.ts';
import {
  ABSENCE_SIGNATURES,
  CREDENTIAL_SIGNATURES,
  DENIAL_SIGNATURES,
  LIMIT_SIGNATURES,
} from './signatures/registry-signatures.ts';
import type { Signature } from './signatures/signature.ts';
import { TRANSPORT_SIGNATURES } from './signatures/transport-signatures.ts';

/**
 * Every wording that states a symptom, the most specific first. A message states several: a layer that failed by a timeout,
 * a denial for an expired token. What stands first here is what it says.
 */
export const SIGNATURES: readonly Signature[] = [
  ...INIT_SIGNATURES,
  ...LOCAL_SIGNATURES,
  ...KEY_SIGNATURES,
  ...LIMIT_SIGNATURES,
  ...TRANSPORT_SIGNATURES,
  ...LAYER_SIGNATURES,
  ...CREDENTIAL_SIGNATURES,
  ...ABSENCE_SIGNATURES.filter(({ provesPull }) => provesPull),
  ...DENIAL_SIGNATURES,
  ...ABSENCE_SIGNATURES.filter(({ provesPull }) => !provesPull),
  ...REWRITTEN_SIGNATURES,
];
