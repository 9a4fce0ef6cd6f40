/** A mistake in the environment or in ecr-why.yml: one sentence that names the key, what was expected and where to get it. */
export class ConfigProblem extends Error {
  override readonly name = 'ConfigProblem';
}
