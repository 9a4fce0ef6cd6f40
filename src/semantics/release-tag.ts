/**
 * Whether a tag reads as a release that somebody may want again: `v2.1.0`, `2026.11`, `release-7`. Commits, branches,
 * builds of pull requests and pre-releases do not.
 */
export function isReleaseTag(tag: string): boolean {
  return /^(?:v|(?:release|rel|version)[-_.]?)?\d+(?:\.\d+){1,3}$|^(?:v|(?:release|rel|version)[-_.]?)\d+$/i.test(tag);
}
