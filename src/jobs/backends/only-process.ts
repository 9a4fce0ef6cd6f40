import { createHash } from 'node:crypto';
import { realpath, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Holds a folder for this process alone, until the returned function is called or the process ends in any way.
 * Returns `null` when another process holds it.
 *
 * The hold is a local socket with the folder's name: unlike a file with a process id in it, nobody can mistake a
 * process that was killed, or another one with the same number, for its holder.
 */
export async function holdForThisProcess(folder: string): Promise<(() => Promise<void>) | null> {
  const address = addressOf(await realpath(folder));
  const server = (await listen(address)) ?? (await takeOver(address));
  if (server === null) return null;
  server.unref();
  return () => new Promise((resolve) => server.close(() => resolve()));
}

function addressOf(folder: string): string {
  const name = `ecr-why-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

/** `null` when the address is in use, or its last holder was killed and left the socket's file behind. */
async function listen(address: string): Promise<Server | null> {
  const server = createServer((socket) => socket.destroy());
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    );
    server.listen(address, () => resolve(server));
  });
}

async function takeOver(address: string): Promise<Server | null> {
  if (await isAnswering(address)) return null;
  await rm(address, { force: true });
  return listen(address);
}

async function isAnswering(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
