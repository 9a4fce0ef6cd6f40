/** Source: ECR's quota for a repository's name, namespaces included. */
const LONGEST_REPOSITORY = 256;

/** What a reference is made of, cut at its separators and not yet checked. */
export interface ReferenceParts {
  readonly name: string;
  readonly tag?: string;
  readonly digest?: string;
}

/** Cuts `name[:tag][@digest]`. A colon before the last slash belongs to a port. */
export function splitReference(text: string): ReferenceParts {
  const at = text.indexOf('@');
  const beforeDigest = at < 0 ? text : text.slice(0, at);
  const colon = beforeDigest.indexOf(':', beforeDigest.lastIndexOf('/') + 1);
  return {
    name: colon < 0 ? beforeDigest : beforeDigest.slice(0, colon),
    ...(colon >= 0 && { tag: beforeDigest.slice(colon + 1) }),
    ...(at >= 0 && { digest: text.slice(at + 1) }),
  };
}

/** Whether a name may name a repository. Source: OCI distribution specification, `<name>`. */
export function isRepository(name: string): boolean {
  return name.length <= LONGEST_REPOSITORY && name.split('/').every(isPathComponent);
}

/** Lower-case words joined by one dot, one or two underscores, or any number of hyphens. */
function isPathComponent(part: string): boolean {
  return /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/.test(part) && !/\.\.|\._|_\.|\.-|-\.|_-|-_|___/.test(part);
}

/** Whether a text may be a tag. Source: OCI distribution specification, `<reference>` as a tag. */
export function isTag(text: string): boolean {
  return /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/.test(text);
}

/** Whether a text is a whole digest. ECR knows sha256 only. */
export function isDigest(text: string): boolean {
  return /^sha256:[0-9a-f]{64}$/.test(text);
}
