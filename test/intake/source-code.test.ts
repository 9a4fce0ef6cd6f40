import { describe, expect, it } from 'vitest';
import { readMessage } from '../../src/intake/parse-message.ts';
import { withoutCode } from '../../src/intake/source-code.ts';
import { DIGEST, REGISTRY } from './samples/sample.ts';
import { SAMPLES } from './samples/samples.ts';

const DENIED = 'pull access denied for acme/cart';

describe('a program that holds the words of a failed pull', () => {
  it.each([
    ['compares in Go', `if strings.Contains(out, "${DENIED}") || strings.Contains(out, "manifest unknown") {`],
    ['compares in JavaScript', `if (text.includes('${DENIED}')) return 'denied';`],
    ['compares in Python', `if "${DENIED}" in output:`],
    ['branches', `case strings.HasPrefix(line, "${DENIED}"):`],
    ['branches in a shell', `*"${DENIED}"* | *"manifest unknown"*)`],
    ['matches', `re.compile(r"${DENIED}")`],
    ['keeps raw patterns', `r"Lambda does not have permission to access the ECR image",`],
    ['asserts', `expect(reason).toBe("${DENIED}");`],
    ['asserts in a shell', `assert "$output" =~ "${DENIED}"`],
    ['prints', `docker pull cart || { echo "Failed to pull image cart:1"; exit 1; }`],
    ['prints as its own error', `  "Failed to pull image cart:1" >&2`],
    ['logs', `logger.error("Failed to pull image cart:1");`],
    ['throws', `throw new Error("Failed to pull image cart:1");`],
    ['makes an error', `return fmt.Errorf("failed to get sandbox image %q: %w", name, err)`],
    ['gives it a name', `const WANTED = 'manifest unknown: Requested image not found';`],
    ['gives it a name in Go', `reason := \`Back-off pulling image "acme/cart:9"\``],
    ['searches a log', `kubectl logs deploy/cart | grep -i "failed to pull image"`],
    ['joins strings', `"failed to authorize: failed to fetch oauth token: " +\n"unexpected status"`],
    ['has a table of cases', `{"no tag", "manifest for acme/cart:9 not found: manifest unknown"},`],
    [
      'has a value beside a test',
      `func TestReason(t *testing.T) {\n\tevent := Event{\n\t\tMessage: "CannotPullContainerError: no such image",\n\t}`,
    ],
    [
      'plays a service',
      `def describe_tasks(self):\n    return {\n        "stoppedReason": "CannotPullContainerError: not found",\n    }`,
    ],
    ['has a list beside a test', `it('reads', () => {\n  [\n    "Error: ErrImagePull",\n  ]`],
    ['has an argument beside a test', `wantNames: nil,\nfailedPod("bad", "ImagePullBackOff", "Error: ErrImagePull"),`],
  ])('%s', (_, text) => {
    expect(readMessage(text).isPullFailure).toBe(false);
  });
});

describe('a failure that stands beside a program', () => {
  it.each([
    [
      'in a comment',
      `// Resource handler returned: "Source image ${REGISTRY}/cart:1 does not exist. Provide a valid source image."\nconst cart = new DockerImageFunction(this, 'Cart');`,
    ],
    [
      'behind the script that pulled',
      `echo "Pulling"\ndocker pull acme/cart:9\nError response from daemon: manifest for acme/cart:9 not found`,
    ],
    ['in a document', `{\n  "stoppedReason": "CannotPullContainerError: ref pull has been retried 1 time(s)",\n}`],
    [
      'in a list of events',
      `["2026-01-02T03:04:05Z", "(service cart) was unable to place a task. Reason: CannotPullContainerError: not found"],`,
    ],
    ['in logfmt', `time="2026-01-02T03:04:05Z" level=fatal msg="pulling image: failed to pull and unpack image"`],
    ['said in prose', `We get the error "pull access denied for acme/cart" since noon`],
  ])('%s', (_, text) => {
    expect(readMessage(text).isPullFailure).toBe(true);
  });

  it.each(SAMPLES)('is left as it is: $name', ({ text }) => {
    expect(withoutCode(text.replaceAll('\t', ' '))).toBe(text.replaceAll('\t', ' '));
  });

  it('is no line of code when it is longer than one', () => {
    const long = `echo "${'x'.repeat(600)} ${DIGEST}"`;
    expect(withoutCode(`echo "a"\n${long}`)).toBe(long);
  });
});
