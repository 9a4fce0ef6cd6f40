import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** One file of the page. */
interface Asset {
  readonly type: string;
  readonly content: string | Buffer;
}

export type Page = ReadonlyMap<string, Asset>;

const HTML = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Local workspace</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/ui/app.css">
</head>
<body>
<div id="root"></div>
<noscript>The local workspace needs JavaScript.</noscript>
<script type="module" src="/ui/app.js"></script>
</body>
</html>
`;

/**
 * The page that people work in. A built program has its bundle beside it; run from source, the bundle is made when it
 * is first asked for.
 */
export async function loadPage(): Promise<Page> {
  const [script, style] = await loadBundle();
  return new Map<string, Asset>([
    ['/', { type: 'text/html; charset=utf-8', content: HTML }],
    ['/ui/app.js', { type: 'text/javascript; charset=utf-8', content: script }],
    ['/ui/app.css', { type: 'text/css; charset=utf-8', content: style }],
  ]);
}

function built(name: string): string {
  return fileURLToPath(new URL(`../../ui/${name}`, import.meta.url));
}

async function loadBundle(): Promise<readonly [script: Buffer, style: Buffer]> {
  if (existsSync(built('app.js'))) return Promise.all([readFile(built('app.js')), readFile(built('app.css'))]);
  const { bundleUi } = await import('./bundle-ui.ts');
  return bundleUi();
}
