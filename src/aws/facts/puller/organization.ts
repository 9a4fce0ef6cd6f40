import { defineFact } from '../../reader.ts';

/** What ecr-why.yml says of the account of those who pull: a repository may be open to one organization only. */
export const organization = defineFact({
  name: 'organization',
  actions: [],
  async read(reader) {
    const roles = await reader.need('pullerRoles');
    const said = new Set(roles.map(({ account }) => reader.identities.account(account)?.organization));
    const [only, ...others] = said;
    return { value: only === undefined || others.length > 0 ? null : only, evidence: [] };
  },
});
