import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../src/bot/start-sandbox.ts';

/** A browser that asks nobody outside of this machine for anything. */
const CHROMIUM = {
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
const PATIENCE = { timeout: 20_000 };

let browser: Browser;
let sandbox: RunningSandbox;
let dataDir: string;
const troubles: string[] = [];
const strangers: string[] = [];

/** The workspace as one person sees it. */
async function visit(handle: 'ann' | 'ben' | 'cleo', size = { width: 1400, height: 950 }): Promise<Page> {
  const page = await browser.newPage({ viewport: size });
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  page.on('request', (request) => new URL(request.url()).hostname === 'localhost' || strangers.push(request.url()));
  await page.goto(`${sandbox.url}/?as=${handle}`);
  await page.getByTestId('composer').waitFor(PATIENCE);
  return page;
}

async function say(page: Page, text: string): Promise<void> {
  await page.getByTestId('composer').fill(text);
  await page.getByTestId('send').click();
}

/** The thread under the newest message of the channel that the bot has answered. */
async function openThread(page: Page): Promise<Locator> {
  await page.getByTestId('message').last().getByTestId('open-thread').click(PATIENCE);
  const thread = page.getByTestId('thread-pane');
  await thread.waitFor(PATIENCE);
  return thread;
}

beforeAll(async () => {
  browser = await chromium.launch(CHROMIUM);
  dataDir = await mkdtemp(join(tmpdir(), 'ecr-why-browser-'));
  sandbox = await startSandbox({ port: 0, dataDir, latencyMs: 30 });
});

afterAll(async () => {
  await browser?.close();
  await sandbox?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

describe('the sandbox in a browser', () => {
  it('goes the whole way: question, live steps, verdict, fix, verified, undo', async () => {
    const ann = await visit('ann');
    await ann.getByTestId('paste-mutable-tags-with-repushed-latest').click();
    await say(
      ann,
      '/ecr why 123456789012.dkr.ecr.us-east-1.amazonaws.com/my-app:latest --cluster prod --service my-app',
    );

    const thread = await openThread(ann);
    await thread.getByTestId('plan').waitFor(PATIENCE);
    await thread.getByText('It would pull now').first().waitFor(PATIENCE);
    expect(await thread.getByTestId('task').count()).toBeGreaterThanOrEqual(5);

    await thread.getByRole('button', { name: /Make tags of my-app immutable/ }).click();
    const aside = ann.getByTestId('ephemeral-message').last();
    await aside.waitFor(PATIENCE);
    expect(await aside.textContent()).toMatch(/platform-oncall.*I have not asked them/);
    await aside.getByRole('button', { name: /Ask them/ }).click();
    const plan = ann.getByRole('dialog');
    await plan.getByText('What will be sent').first().waitFor(PATIENCE);
    expect(await plan.textContent()).toContain('IMMUTABLE_WITH_EXCLUSION');
    expect(await plan.textContent()).toContain('latest');
    await ann.getByTestId('modal-submit').click();
    await thread.getByText('asked to prevent the next failure').first().waitFor(PATIENCE);

    const cleo = await visit('cleo');
    const cleosThread = await openThread(cleo);
    await cleosThread.getByRole('button', { name: /Review and approve/ }).click();
    const refusal = cleo.getByTestId('ephemeral-message').last();
    await refusal.waitFor(PATIENCE);
    expect(await refusal.textContent()).toMatch(/platform-oncall/);

    const ben = await visit('ben');
    const bensThread = await openThread(ben);
    await bensThread.getByRole('button', { name: /Review and approve/ }).click();
    await ben.getByTestId('modal-submit').click(PATIENCE);
    await bensThread.getByText('Tags of my-app cannot be overwritten, except').first().waitFor(PATIENCE);

    await thread.getByRole('button', { name: /Undo/ }).click();
    await ann.getByTestId('modal-submit').click(PATIENCE);
    await bensThread.getByText('asked to put a fix back').first().waitFor(PATIENCE);
    await bensThread.getByRole('button', { name: /Review and approve/ }).click();
    await ben.getByTestId('modal-submit').click(PATIENCE);
    await thread.getByText('The setting is what it was before the fix.').first().waitFor(PATIENCE);
  });

  it.each([
    ['missing-repository', 'There is no repository'],
    ['missing-tag', 'holds no image'],
    ['no-way-out-of-subnet', 'there is no route that leads'],
  ])('answers the message of %s in its thread', async (world, says) => {
    const page = await visit('ann');
    await page.getByTestId(`paste-${world}`).click();
    await page.getByTestId('send').click();
    const thread = await openThread(page);
    await thread.getByText(says).first().waitFor(PATIENCE);
  });

  it.each([
    ['at a desk', { width: 1400, height: 950 }],
    ['on a phone', { width: 390, height: 844 }],
  ])('shows the way through the network as a picture that is read out in words, %s', async (_where, size) => {
    const desk = await visit('ann');
    await desk.getByTestId('paste-no-egress-to-prefix-list').click();
    await desk.getByTestId('send').click();
    const page = await visit('ann', size);
    const thread = await openThread(page);
    const picture = thread.getByRole('img', { name: /^Token: .*Layers: .*blocked at sg-/s });
    await picture.waitFor(PATIENCE);
    const box = await picture.boundingBox();
    expect(box?.width).toBeGreaterThan(250);
    expect(box?.width).toBeLessThanOrEqual(size.width);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(size.width);
  });

  it('shows a long verdict from its head, and gives the focus back to the button that opened a modal', async () => {
    const page = await visit('ann', { width: 390, height: 844 });
    await page.getByTestId('worlds-toggle').click();
    await page.getByTestId('paste-no-egress-to-prefix-list').click();
    await page.getByTestId('send').click();
    const thread = await openThread(page);
    const all = thread.getByRole('button', { name: /All \d+ checks/ }).last();
    await all.waitFor(PATIENCE);
    const verdict = thread.getByTestId('message').last();
    expect((await verdict.boundingBox())?.height).toBeGreaterThan(700);
    await expect.poll(async () => (await verdict.boundingBox())?.y, PATIENCE).toBeGreaterThanOrEqual(50);

    await all.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor(PATIENCE);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ ...PATIENCE, state: 'detached' });
    expect(await all.evaluate((button) => button.matches(':focus'))).toBe(true);
  });

  it('helps, for the asker alone, with what is no image', async () => {
    const page = await visit('ann');
    await say(page, '/ecr why not-an-image');
    const help = page.getByTestId('ephemeral-message').last();
    await help.waitFor(PATIENCE);
    expect(await help.textContent()).toContain('.dkr.ecr.');
  });

  it('says nothing about what is no pull failure', async () => {
    const page = await visit('ann');
    const before = await page.getByTestId('message').count();
    await say(page, 'We should move our images to ECR next week, docker push is slow.');
    await say(page, '/ecr help');
    await page.getByTestId('ephemeral-message').last().waitFor(PATIENCE);
    expect(await page.getByTestId('open-thread').count()).toBeLessThanOrEqual(before);
    expect(await page.getByTestId('message').last().textContent()).toContain('docker push is slow');
  });

  it('fits a phone', async () => {
    const page = await visit('ann', { width: 390, height: 844 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });

  it('raised no error in any page, and asked nobody but itself', () => {
    expect(troubles).toEqual([]);
    expect(strangers).toEqual([]);
  });
});
