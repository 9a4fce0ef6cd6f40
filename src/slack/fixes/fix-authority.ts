import type { Fix } from '../../domain/fix.ts';
import type { Edge } from '../edge.ts';
import { fixRight, ownersOf } from './fix-rights.ts';
import type { FixRight } from './fix-rights.ts';
import type { Person } from '../ports.ts';

/** What this person may do with this fix at this moment: group members are read anew. */
export async function rightNow(edge: Edge, person: Person, fix: Fix): Promise<FixRight> {
  const { accounts } = edge.desk;
  const usersOf = await edge.owners.look(ownersOf(fix, accounts));
  return fixRight({ person, fix, accounts, homeTeam: edge.self().team, usersOf });
}
