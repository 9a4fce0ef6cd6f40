/** Words in lines of at most `width` characters; a longer word is cut. More than `most` lines end in an ellipsis. */
export function wrap(text: string, width: number, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const piece = clip(word, width);
    const last = lines.at(-1);
    if (last !== undefined && Array.from(`${last} ${piece}`).length <= width)
      lines[lines.length - 1] = `${last} ${piece}`;
    else lines.push(piece);
  }
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), clip(`${lines[most - 1] ?? ''}…`, width)];
}

function clip(word: string, width: number): string {
  const characters = Array.from(word);
  return characters.length <= width ? word : `${characters.slice(0, width - 1).join('')}…`;
}
