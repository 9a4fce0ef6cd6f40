import { POLICY_LAYERS, type Denial, type PolicyLayer } from '../domain/incident.ts';
import type { Action } from '../domain/aws.ts';
import { placesAfter, squeeze, type MessageText } from './message-text.ts';

/** Longer than any sentence of IAM's with two ARNs. */
const LONGEST_SENTENCE = 3000;

/** The longest first, for one name of a layer may end in another. */
const LAYERS = POLICY_LAYERS.map((layer) => ({ layer, squeezed: squeeze(layer) }));

/**
 * The sentence with which AWS denies an action: who, what, on which resource, and which layer of policy. `null` when the
 * message has none, or has one whose names are masked beyond use.
 *
 * Source: IAM user guide, troubleshooting access denied messages:
 * `User: W is not authorized to perform: A on resource: R because no T policy allows the A action`, or
 * `… with an explicit deny in a T policy: P`. Older sentences end after the resource.
 */
export function findDenial(message: MessageText): Denial | null {
  for (const place of placesAfter(message, 'user:')) {
    const denial = decode(message.flat.slice(place, place + LONGEST_SENTENCE));
    if (denial !== null) return denial;
  }
  return null;
}

function decode(text: string): Denial | null {
  // Without white space a sentence reads the same however it was wrapped; what ends a name is then the next word of it.
  const sentence = text.replace(/\s+/g, '');
  const head = /^(arn:[A-Za-z0-9:/_+=,.@*<>[\]-]{1,2048}?)isnotauthorizedtoperform:/.exec(sentence);
  if (head === null) return null;
  const [opening, principal = ''] = head;
  const action = /^[a-z0-9-]{2,63}:[A-Z][A-Za-z]{2,127}?(?=onresource|becauseno|withanexplicit|[^A-Za-z]|$)/.exec(
    sentence.slice(opening.length),
  )?.[0];
  if (action === undefined || !isAction(action)) return null;
  const rest = sentence.slice(opening.length + action.length);
  return { principal, action, resource: resourceOf(rest, text), ...verdictOf(rest) };
}

function isAction(text: string): text is Action {
  return text.includes(':');
}

/** With a reason after it, the resource ends at the reason; without one, at the white space that the text still has. */
function resourceOf(rest: string, text: string): string | null {
  const begin = /^onresource:/.exec(rest)?.[0].length;
  if (begin === undefined) return null;
  // An asterisk that begins a line looks like the mark of a list and is gone; nothing else can stand for no resource.
  if (/^onresource:(?:because|withan)/.test(rest)) return '*';
  const reason = /because(?:no|the)|withanexplicitdeny/.exec(rest);
  const whole = reason === null ? (/on\s+resource:\s*(\S+)/.exec(text)?.[1] ?? '') : rest.slice(begin, reason.index);
  const resource = /^[A-Za-z0-9:/_+=.*@<>[\]-]+/.exec(whole)?.[0].replace(/[.:]$/, '') ?? '';
  return resource === '' ? null : resource;
}

function verdictOf(rest: string): Pick<Denial, 'layer' | 'explicit' | 'policy'> {
  const implied = /becauseno([A-Za-z-]{4,60}?)(?:policy)?allows/.exec(rest);
  if (implied !== null) return { layer: layerOf(implied[1] ?? ''), explicit: false, policy: null };
  const denied =
    /withanexplicitdenyinan?([A-Za-z-]{4,60}?)(?:policy(?![A-Za-z])|$|:|[^A-Za-z-])(?::?(arn:[A-Za-z0-9:/_+=,.@-]+))?/.exec(
      rest,
    );
  if (denied === null) return { layer: null, explicit: rest.includes('explicitdeny'), policy: null };
  return { layer: layerOf(denied[1] ?? ''), explicit: true, policy: denied[2]?.replace(/[.,]$/, '') ?? null };
}

function layerOf(words: string): PolicyLayer | null {
  const squeezed = squeeze(words).replace(/policy$/, '');
  return LAYERS.find((row) => row.squeezed === squeezed)?.layer ?? null;
}
