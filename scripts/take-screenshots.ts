import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { startSandbox } from '../src/bot/start-sandbox.ts';
import { ANN, OPS } from '../src/sandbox/slack/workspace.ts';
import { findWorld } from '../src/sandbox/worlds/index.ts';

/** The pictures of the README, taken of the real thing: `npm run screenshots`, with a Chromium at $CHROMIUM or /usr/bin/chromium. */
interface Picture {
  readonly file: string;
  readonly world: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly colorScheme: 'light' | 'dark';
}

const PICTURES: readonly Picture[] = [
  { file: 'thread.png', world: 'tag-expired-by-lifecycle', size: { width: 1440, height: 1150 }, colorScheme: 'light' },
  { file: 'phone.png', world: 'reader-denied-images', size: { width: 390, height: 844 }, colorScheme: 'dark' },
];

type Sandbox = Awaited<ReturnType<typeof startSandbox>>;

async function take(browser: Browser, sandbox: Sandbox, { file, world, size, colorScheme }: Picture): Promise<void> {
  await sandbox.choose(world);
  const page = await browser.newPage({ viewport: size, colorScheme });
  await page.goto(`${sandbox.url}/?as=ann`);
  await page.getByTestId('composer').fill(findWorld(world)?.message ?? '');
  await page.getByTestId('send').click();
  await page.getByTestId('message').last().getByTestId('open-thread').click();
  await page
    .getByTestId('thread-pane')
    .getByRole('button', { name: /All \d+ checks/ })
    .waitFor();
  await page.screenshot({ path: `docs/images/${file}` });
  await page.close();
}

/** The picture that the bot uploads, as it is. */
async function keepPath(sandbox: Sandbox, world: string): Promise<void> {
  await sandbox.choose(world);
  await sandbox.slack.post({ channel: OPS.id, user: ANN.id, text: findWorld(world)?.message ?? '' });
  const { files } = await sandbox.slack.waitForMessage({ where: (message) => message.files !== undefined });
  const response = await fetch(`${sandbox.url}/page/files/${files?.[0]?.id}`);
  await writeFile('docs/images/path.png', Buffer.from(await response.arrayBuffer()));
}

await mkdir('docs/images', { recursive: true });
const dataDir = await mkdtemp(join(tmpdir(), 'ecr-why-pictures-'));
const sandbox = await startSandbox({ port: 0, dataDir, latencyMs: 0 });
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
for (const picture of PICTURES) await take(browser, sandbox, picture);
await keepPath(sandbox, 'no-egress-to-prefix-list');
await browser.close();
await sandbox.stop();
await rm(dataDir, { recursive: true, force: true });
