import { parseJson } from '../../../lib/parse-json.ts';
import type { LocalSlack } from '../local-slack.ts';
import type { JsonObject } from '../wire.ts';

/** An answer of `ok: false`: part of the Web API's contract, not a fault of this server. */
export class MethodFailure extends Error {
  override readonly name = 'MethodFailure';
  readonly problems: readonly string[];

  /**
   * @param code what goes into `error`, such as `channel_not_found`
   * @param problems a sentence for each thing that is wrong
   */
  constructor(code: string, problems: readonly string[] = []) {
    super(code);
    this.problems = problems;
  }
}

/** A method of the Web API. What it returns goes out beside `ok: true`. */
export type Method = (call: Call, slack: LocalSlack) => JsonObject | Promise<JsonObject>;

/** The arguments of one call. Slack takes them as a form, whose values may be JSON, or as JSON. */
export class Call {
  readonly #values: JsonObject;

  constructor(values: JsonObject) {
    this.#values = values;
  }

  text(name: string): string | undefined {
    const value = this.#values[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  }

  required(name: string): string {
    const value = this.text(name);
    if (value === undefined) throw new MethodFailure('invalid_arguments', [`missing required field: ${name}`]);
    return value;
  }

  flag(name: string): boolean {
    return this.#values[name] === true || this.#values[name] === 'true' || this.#values[name] === '1';
  }

  number(name: string, otherwise: number): number {
    const number = Number(this.#values[name]);
    return this.#values[name] === undefined || Number.isNaN(number) ? otherwise : number;
  }

  has(name: string): boolean {
    return this.#values[name] !== undefined;
  }

  /** An argument that is a structure; `undefined` when it is absent or malformed. */
  json(name: string): unknown {
    const value = this.#values[name];
    return typeof value === 'string' ? parseJson(value) : value;
  }
}
