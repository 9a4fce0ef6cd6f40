import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Bundles the page's script and style from source. Only developers and the build come here: a built program has the result. */
export async function bundleUi(): Promise<readonly [script: Buffer, style: Buffer]> {
  const result = await build({
    entryPoints: { app: fileURLToPath(new URL('../../ui/main.tsx', import.meta.url)) },
    outdir: 'ui',
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  });
  const named = (end: string) =>
    Buffer.from(result.outputFiles.find((file) => file.path.endsWith(end))?.contents ?? []);
  return [named('.js'), named('.css')];
}
