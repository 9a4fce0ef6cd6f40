import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMessage } from '../../src/intake/parse-message.ts';
import { SAMPLES } from './samples/samples.ts';

/** What a message goes through between the product and the channel. The incident stays the same. */
const DISGUISES: Readonly<Record<string, (text: string) => string>> = {
  'a code fence': (text) => `\`\`\`\n${text}\n\`\`\``,
  'a code span': (text) => (text.includes('\n') ? text : `\`${text}\``),
  'a quote': (text) => eachLine(text, (line) => `> ${line}`),
  'a quote as Slack sends it': (text) => eachLine(escapeForSlack(text), (line) => `&gt; ${line}`),
  'a comment': (text) => eachLine(text, (line) => `# ${line}`),
  JSON: (text) => JSON.stringify({ message: text }),
  'JSON in JSON': (text) => JSON.stringify({ log: JSON.stringify({ message: text }) }),
  'HTML breaks': (text) => text.replaceAll('\n', '<br/>'),
  'Windows line ends': (text) => text.replaceAll('\n', '\r\n'),
  'curly quotes': (text) => text.replace(/"([^"]*)"/g, '“$1”'),
  'the links that Slack makes': (text) =>
    escapeForSlack(text)
      .replace(/(https?:\/\/)([^\s":]+)/g, '<$1$2|$1$2>')
      .replace(/(?<![/|\w])(\d{12}\.dkr[^\s"',]*[^\s"',:.])/g, '<http://$1|$1>'),
  'a list': (text) => eachLine(text, (line) => `- ${line}`),
  'a numbered item': (text) => `7. ${text}`,
  'a comment in code': (text) => eachLine(text, (line) => `    // ${line}`),
  'the message of a log line': (text) =>
    `time="2026-03-19T07:44:59Z" level=error error=${JSON.stringify(text)} host=ip-1`,
  'a dump of a dictionary': (text) =>
    `[{'type': 'result', 'content': '${text.replaceAll("'", String.raw`\'`).replaceAll('\n', String.raw`\n`)}', 'ok': 0}]`,
  'links with stressed words': (text) =>
    text.replace(/https?:\/\/[^\s"',)]*[^\s"',.:)]/g, (url) => `[*${url}*](${url})`),
  'the borders of k9s': (text) => (text.includes('\n') ? text : (text.match(/.{1,90}/g)?.join(' ││ ') ?? '')),
  'a sentence in another language': (text) => `部署失败，错误如下：\n${text}\n请问怎么解决？`,
  'a table border': (text) => eachLine(text, (line) => `│ ${line} │`),
};

const messages = fc.constantFrom(...SAMPLES.filter(({ text }) => !text.includes('\n')));

describe('a message reads the same', () => {
  it.each(Object.keys(DISGUISES))('in %s', (name) => {
    const disguise = DISGUISES[name] ?? String;
    const changed = SAMPLES.filter(({ text }) => !isDeepStrictEqual(essence(disguise(text)), essence(text)));
    expect(changed.map((sample) => sample.name)).toEqual([]);
  });

  it.each([
    [
      'a pod that was refused by its probe',
      (text: string) =>
        `${text}\nWarning  Unhealthy  2m  kubelet  Readiness probe failed: Get "http://10.0.1.9:8080/": dial tcp 10.0.1.9:8080: connect: connection refused`,
    ],
    [
      'an image that arrived',
      (text: string) =>
        `Normal  Pulled  3m  kubelet  Successfully pulled image "111122223333.dkr.ecr.us-east-2.amazonaws.com/sidecar:7" in 1.5s\n${text}`,
    ],
    [
      'advice',
      (text: string) => `${text}\n\nFix:\n1. Check the role\n2. Run aws ecr describe-images --repository-name other`,
    ],
  ])('beside %s', (_, besides) => {
    const changed = SAMPLES.filter(({ text }) => !isDeepStrictEqual(failure(besides(text)), failure(text)));
    expect(changed.map((sample) => sample.name)).toEqual([]);
  });

  it('cut at any column', () => {
    fc.assert(
      fc.property(messages, fc.integer({ min: 20, max: 200 }), ({ text }, column) => {
        expect(essence(cutAt(text, column))).toEqual(essence(text));
      }),
      { numRuns: 300 },
    );
  });

  it('wrapped between words at any column', () => {
    fc.assert(
      fc.property(messages, fc.integer({ min: 10, max: 200 }), ({ text }, column) => {
        expect(essence(wrapAt(text, column))).toEqual(essence(text));
      }),
      { numRuns: 300 },
    );
  });

  it('cut to the cells of a table', () => {
    fc.assert(
      fc.property(messages, fc.integer({ min: 40, max: 120 }), ({ text }, column) => {
        const table = eachLine(cutAt(text, column), (line) => `│ ${line.padEnd(column)} │`);
        expect(essence(table)).toEqual(essence(text));
      }),
    );
  });
});

/** What failed, and how; which product spoke may be clearer with more of its lines. */
function failure(text: string): unknown {
  const { isPullFailure, symptom, partialImage, denial, connection } = readMessage(text);
  return { isPullFailure, kind: symptom?.kind, partialImage, denial, connection };
}

function essence(text: string): unknown {
  const { isPullFailure, platform, symptom, image, partialImage, denial, connection } = readMessage(text);
  const { kind, reached, explainedBy } = symptom ?? {};
  return { isPullFailure, platform, kind, reached, explainedBy, image, partialImage, denial, connection };
}

function eachLine(text: string, change: (line: string) => string): string {
  return text.split('\n').map(change).join('\n');
}

function escapeForSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function cutAt(text: string, column: number): string {
  return text.match(new RegExp(`.{1,${column}}`, 'g'))?.join('\n') ?? '';
}

function wrapAt(text: string, column: number): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line === '' || line.length + 1 + word.length <= column)
      lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}
