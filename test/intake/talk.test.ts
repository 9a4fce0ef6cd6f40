import { describe, expect, it } from 'vitest';
import { readMessage } from '../../src/intake/parse-message.ts';
import { REGISTRY } from './samples/sample.ts';

describe('talk of failed pulls', () => {
  it.each([
    [
      'what a wording indicates',
      'You get "CannotPullContainerError: request canceled". It typically indicates a missing route.',
    ],
    ['what a state may mean', 'Reason: ImagePullBackOff may mean that the node cannot reach the registry.'],
    [
      'what a plugin runs into',
      'The `image with reference <cart> was found but does not match the specified platform` is most likely to come on laptops.',
    ],
    ['what stands in a log', 'One of these will appear: "Failed to pull image "<IMAGE>": manifest unknown"'],
    ['what to look for', 'kubectl describe pod POD\nLook for: Failed to pull image "...": unauthorized'],
    ['when to read a page', 'When to use it:\n- pods are stuck\n- the events say "Error: ErrImagePull"'],
    ['signs of a limit', 'Warning signs: `toomanyrequests: You have reached your pull rate limit`'],
    [
      'why images are kept',
      'Images are pulled again each time, leading to the error "toomanyrequests: You have reached your pull rate limit"',
    ],
    ['a condition', 'If error `no basic auth credentials` occurs, log in first.'],
    ['how it surfaces', 'Without IPv4 it surfaces as `httpReadSeeker: failed open` in the log of the daemon.'],
    ['a list behind arrows', '"manifest unknown" \u2192 the tag is missing\n"no basic auth credentials" -> log in'],
    ['a list with arrows below', '"manifest unknown"\n\u2192 The tag is missing\n"pull access denied"\n\u2192 Log in'],
    [
      'a list of triggers',
      'triggers:\n  - "failed to pull and unpack image"\n  - "401 Unauthorized"\n  - "no space left on device"',
    ],
    [
      'a table of contents',
      '- [error pulling image configuration](#denied "#denied")\n- [ref pull has been retried 1 time(s)](#retried)',
    ],
    ['the name of an error', '#### BUILD_CONTAINER_UNABLE_TO_PULL_IMAGE\n\nAdd a policy to the repository.'],
    ['a token of another kind', 'If a receiver detects that an authorization token has expired, it keeps the alias.'],
    ['credentials of another kind', 'Error fetching OAuth token. Failed to fetch OAuth token for the payment.'],
  ])('%s', (_, text) => {
    expect(readMessage(text).isPullFailure).toBe(false);
  });

  it('is no talk when it names what happened', () => {
    const text = `It typically indicates a missing tag: manifest for ${REGISTRY}/cart:9 not found: manifest unknown`;
    expect(readMessage(text).isPullFailure).toBe(true);
  });
});

describe('what else is fetched from a registry', () => {
  const error = 'unexpected status code [manifests 1.2.0]: 401 Unauthorized';

  it.each([
    ['a policy', `download policies: error downloading 'oci://${REGISTRY}/policies:1.2.0': ${error}`],
    ['a chart', `helm registry login ${REGISTRY}\nError: failed to authorize: failed to fetch oauth token: ${error}`],
    [
      'an image that arrived with a warning',
      'WARNING: image with reference acme/cart was found but does not match the specified platform: wanted linux/amd64, actual: linux/arm64',
    ],
  ])('%s', (_, text) => {
    expect(readMessage(text).isPullFailure).toBe(false);
  });

  it('does not hide a pod that waits for its image', () => {
    const text = `chart oci://${REGISTRY}/charts/cart\nFailed to pull image "${REGISTRY}/cart:9": not found`;
    expect(readMessage(text).isPullFailure).toBe(true);
  });
});
