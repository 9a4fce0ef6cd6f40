import { BadUse } from './bad-use.ts';

/** Runs `parse` and turns what node:util says of a bad option into a `BadUse`. */
export function readOptions<Parsed>(parse: () => Parsed): Parsed {
  try {
    return parse();
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      throw new BadUse(`${error.message.split('\n')[0]} See "ecr-why help".`, { cause: error });
    }
    throw error;
  }
}
