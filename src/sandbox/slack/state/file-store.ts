import { newId } from './identifiers.ts';
import type { SlackFile } from '../wire.ts';

interface StoredFile {
  readonly file: SlackFile;
  readonly content: Buffer;
}

/** A file of which the content is still to come. */
interface ExpectedFile {
  readonly name: string;
  readonly altText?: string | undefined;
}

const MIME_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  json: 'application/json',
};

/** Uploaded files, in memory. */
export class FileStore {
  readonly #base: string;
  readonly #expected = new Map<string, ExpectedFile>();
  readonly #files = new Map<string, StoredFile>();

  /** @param base what a file's id and name are appended to, such as `http://127.0.0.1:3141/files/` */
  constructor(base: string) {
    this.#base = base;
  }

  /** @returns the id of a file whose content is still to come */
  expect(file: ExpectedFile): string {
    const id = newId('F');
    this.#expected.set(id, file);
    return id;
  }

  /** @returns whether this file was expected */
  receive(id: string, content: Buffer, mode: SlackFile['mode'] = 'hosted'): boolean {
    const expected = this.#expected.get(id);
    if (expected === undefined) return false;
    this.#expected.delete(id);
    const { name, altText } = expected;
    const url = `${this.#base}${id}/${encodeURIComponent(name)}`;
    const mimetype = MIME_TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'text/plain';
    const file = {
      id,
      name,
      title: name,
      mimetype,
      mode,
      size: content.length,
      alt_txt: altText,
      url_private: url,
      url_private_download: url,
    };
    this.#files.set(id, { file, content });
    return true;
  }

  retitle(id: string, title: string): void {
    const stored = this.#files.get(id);
    if (stored !== undefined) this.#files.set(id, { ...stored, file: { ...stored.file, title } });
  }

  find(id: string): StoredFile | undefined {
    return this.#files.get(id);
  }
}
