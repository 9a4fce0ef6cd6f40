import { expect, it } from 'vitest';
import { everyItem, pagesOf } from '../../src/aws/every-item.ts';

interface Page {
  readonly items?: readonly number[];
  readonly next?: string;
}

const PAGES: Readonly<Record<string, Page>> = {
  first: { items: [1, 2], next: 'b' },
  // A page may be empty and not the last.
  b: { next: 'c' },
  c: { items: [3] },
};

it('every item is that of every page, each asked for once', async () => {
  const asked: (string | undefined)[] = [];
  const ask = (token: string | undefined): Promise<Page> => {
    asked.push(token);
    return Promise.resolve(PAGES[token ?? 'first'] ?? {});
  };
  const items = await everyItem(
    pagesOf(ask, ({ next }) => next),
    (page) => page.items,
  );
  expect(items).toEqual([1, 2, 3]);
  expect(asked).toEqual([undefined, 'b', 'c']);
});
