import { BadUse } from './bad-use.ts';

/** Runs `parse` and turns what node:util says of a bad option into a `BadUse`. What was typed is not repeated: it may be a secret. */
export function readOptions<Parsed>(parse: () => Parsed): Parsed {
  try {
    return parse();
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      throw new BadUse('An option is unknown or lacks its value: expected those that "ecr-why help" lists.', {
        cause: error,
      });
    }
    throw error;
  }
}
