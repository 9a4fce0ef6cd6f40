import type { Log } from '../ports.ts';

/** Reads long pastes, of which Slack's client makes files. */
export interface SnippetReader {
  /** The text of the snippets of a message; empty when there is none, or when we may not read it. */
  textOf(message: Readonly<Record<string, unknown>>): Promise<string>;
}

export interface SnippetConfig {
  readonly botToken: string;
  /** Where Slack is, when it is not slack.com: its files are there too. */
  readonly slackApiUrl?: string;
}

const SLACK_FILES = 'https://files.slack.com';
const TIMEOUT_MS = 5_000;
/** An error says what it is near its beginning; the rest of a log is not worth reading. */
const MOST_BYTES = 200_000;
const MOST_SNIPPETS = 3;

export function createSnippetReader({ botToken, slackApiUrl }: SnippetConfig, log: Log): SnippetReader {
  const hosts = new Set([SLACK_FILES, ...(slackApiUrl === undefined ? [] : [new URL(slackApiUrl).origin])]);

  async function read(url: string): Promise<string> {
    // The token goes to Slack alone, wherever the message says that its file is.
    if (!hosts.has(new URL(url).origin)) throw new Error('the file is not at Slack');
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${botToken}` },
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    // Without the scope files:read, Slack answers with the page to log in at.
    const isText = response.headers.get('content-type')?.startsWith('text/plain') === true;
    return response.ok && isText ? firstBytes(response) : '';
  }

  return {
    async textOf(message) {
      const texts = await Promise.all(
        snippetUrls(message).map((url) =>
          read(url).catch((error: unknown) => {
            log.warn({ err: error }, 'a snippet could not be read');
            return '';
          }),
        ),
      );
      return texts.join('\n');
    },
  };
}

function snippetUrls({ files }: Readonly<Record<string, unknown>>): string[] {
  if (!Array.isArray(files)) return [];
  const listed: readonly unknown[] = files;
  return listed.flatMap((file) => (isSnippet(file) ? [file.url_private] : [])).slice(0, MOST_SNIPPETS);
}

function isSnippet(file: unknown): file is { readonly url_private: string } {
  if (typeof file !== 'object' || file === null) return false;
  return (
    'mode' in file &&
    file.mode === 'snippet' &&
    'url_private' in file &&
    typeof file.url_private === 'string' &&
    URL.canParse(file.url_private)
  );
}

async function firstBytes(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    text += decoder.decode(chunk, { stream: true });
    if (size >= MOST_BYTES) break;
  }
  return text;
}
