import { mkdir, writeFile } from 'node:fs/promises';
import { bundleUi } from '../src/sandbox/slack/http/bundle-ui.ts';

/** Puts the page of the local workspace where the built program looks for it. */
const target = new URL('../dist/sandbox/ui/', import.meta.url);
const [script, style] = await bundleUi();
await mkdir(target, { recursive: true });
await writeFile(new URL('app.js', target), script);
await writeFile(new URL('app.css', target), style);
