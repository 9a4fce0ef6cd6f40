const HIDDEN = '[redacted]';

/** Punctuation between the name of a secret and its value, in JSON, YAML, environment files, headers and commands. */
const GAP = String.raw`["'\\]{0,4}\s{0,4}[:=]\s{0,4}["'\\]{0,4}`;

/** Names whose values are secrets wherever they stand. In prose `auth` and `token` are words; see QUOTED_SECRET. */
const SECRET_NAMES = [
  'aws_?secret_?access_?key',
  'secret_?access_?key',
  'aws_?session_?token',
  'session_?token',
  'aws_?security_?token',
  'x-amz-security-token',
  'x-amz-signature',
  'x-amz-credential',
  'authorization_?token',
  'identitytoken',
  'registrytoken',
  'refresh_?token',
  'access_?token',
  'id_?token',
  'client_?secret',
  'api_?key',
  // A layer that could not be written is often told by its file `/etc/passwd`.
  String.raw`(?<!/\s{0,8})passwd`,
  'password',
  'x-registry-auth',
  'x-registry-config',
  'private_?token',
  'signing_?secret',
].join('|');

/** Shapes that are secrets by themselves. Once begun, each runs on to its end, so that no text is read twice. */
const SECRET_SHAPES = [
  // Source: IAM, unique identifiers: AKIA is a long-term, ASIA a temporary access key.
  /\b(?:AKIA|ASIA)[A-Z0-9]{12,124}/g,
  // How session tokens of STS begin.
  /(?:IQoJb3JpZ2lu|FwoGZXIvYXdz|FQoGZXIvYXdz|FQoDYXdz)[A-Za-z0-9+/=%_-]*/g,
  // Source: Slack, token types.
  /\bx(?:ox[a-z]|app|wfp)(?:\.xox[a-z])?-[A-Za-z0-9-]{6,}/g,
  /hooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Za-z0-9/_-]*/g,
  // Source: GitHub, GitLab, npm and Docker Hub, token formats.
  /\b(?:gh[pousr]_|github_pat_|glpat-|npm_|dckr_(?:pat|oat)_)[A-Za-z0-9_-]{6,}/g,
  // A JSON web token: its header is an object in base64.
  /\beyJ[A-Za-z0-9_-]{8,}[A-Za-z0-9_.+/=-]*/g,
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[A-Za-z0-9+/=\s]*(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?/g,
];

const NAMED_SECRET = new RegExp(
  String.raw`((?<![A-Za-z])(?:${SECRET_NAMES})${GAP})(?!\[redacted\])[^\s"'\\&,;<>{}()[\]]+`,
  'gi',
);
const QUOTED_SECRET =
  /(["'](?:auth|token|password|secret|credentials?)\\{0,4}["']\s{0,4}:\s{0,4}\\{0,4}["'])[^\s"'\\]+/gi;
const AUTHORIZATION =
  /(\bauthorization["'\\]{0,4}\s{0,4}[:=]\s{0,4}["'\\]{0,4})(?:(?:basic|bearer|digest|token|negotiate|aws4-[a-z0-9-]{0,40})\s[^\n"'\\]*|[A-Za-z0-9+/=._-]{20,})/gi;
const SCHEME = /\b(basic|bearer) {1,4}(?=[A-Za-z0-9+/._~-]{0,40}[A-Z0-9+/=])[A-Za-z0-9+/=._~-]{8,}/gi;
const PASSWORD_FLAG = /((?:^|\s)(?:--password(?:=|\s{1,4})|-p(?:=|\s{0,4})))(?!-)["']?[^\s"']+["']?/g;
const PIPED_PASSWORD = /\b(echo|printf)\s[^\n|]{1,4000}\|/g;
const URL_PASSWORD = /(:\/\/[^\s:/@"']{0,200}:)[^\s:/@"']{1,4000}@/g;

/**
 * The text without its secrets: AWS keys and session tokens, signed URLs, Authorization headers, registry passwords, tokens
 * of Slack and of code hosts. Names stay, values become `[redacted]`. Takes time proportional to the length of the text.
 */
export function redact(text: string): string {
  let clean = text
    .replace(AUTHORIZATION, `$1${HIDDEN}`)
    .replace(QUOTED_SECRET, `$1${HIDDEN}`)
    .replace(NAMED_SECRET, `$1${HIDDEN}`);
  for (const shape of SECRET_SHAPES) clean = clean.replace(shape, HIDDEN);
  clean = clean.replace(SCHEME, `$1 ${HIDDEN}`).replace(URL_PASSWORD, `$1${HIDDEN}@`);
  return redactSecretKeys(redactLogins(clean));
}

/** `docker login -u AWS -p …`, and the password that is piped into one. `-p` is a port everywhere else. */
function redactLogins(text: string): string {
  if (!/\blogin\b/.test(text)) return text;
  return text
    .split('\n')
    .map((line) =>
      /\blogin\b/.test(line)
        ? line.replace(PASSWORD_FLAG, `$1${HIDDEN}`).replace(PIPED_PASSWORD, `$1 ${HIDDEN} |`)
        : line,
    )
    .join('\n');
}

/** A secret access key without its name: forty characters of base64 that are neither a hash nor a word. */
function redactSecretKeys(text: string): string {
  return text.replace(/[A-Za-z0-9/+=]+/g, (run) => (isSecretKey(run) ? HIDDEN : run));
}

function isSecretKey(run: string): boolean {
  return run.length === 40 && /[A-Z]/.test(run) && /[a-z]/.test(run) && /\d/.test(run) && !run.includes('=');
}
