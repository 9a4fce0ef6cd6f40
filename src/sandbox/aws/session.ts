import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { AccountId, Arn } from '../../domain/aws.ts';
import { parseJson } from '../../lib/parse-json.ts';

/**
 * What an assumed role's credentials stand for. The whole session is inside its token, as with AWS's own tokens: any
 * handler over any world understands it, also after a restart of the process.
 */
const SessionShape = z.object({
  account: z.string(),
  roleName: z.string(),
  sessionName: z.string(),
  policy: z.string().nullable(),
  sourceIdentity: z.string().nullable(),
  tags: z.record(z.string(), z.string()),
  expiresAt: z.string(),
});

export type Session = Readonly<z.infer<typeof SessionShape>>;

export interface SessionCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').toUpperCase();

/** Credentials that only `sessionOf` can read back. The same session gives the same credentials. */
export function mintCredentials(session: Session): SessionCredentials {
  const sessionToken = Buffer.from(JSON.stringify(session)).toString('base64');
  return { accessKeyId: keyOf(sessionToken), secretAccessKey: digest(`secret ${sessionToken}`), sessionToken };
}

/** The session of a key and its token, or `undefined` when they were not minted together. */
export function sessionOf(accessKeyId: string, sessionToken: string): Session | undefined {
  if (accessKeyId !== keyOf(sessionToken)) return undefined;
  return SessionShape.safeParse(parseJson(Buffer.from(sessionToken, 'base64').toString())).data;
}

const keyOf = (sessionToken: string): string => `ASIA${digest(sessionToken).slice(0, 16)}`;

export const assumedRoleArn = (account: AccountId, roleName: string, sessionName: string): Arn =>
  `arn:aws:sts::${account}:assumed-role/${roleName}/${sessionName}`;
