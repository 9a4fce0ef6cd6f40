import type { SideService } from '../domain/network-path.ts';

/** What people call the services that a task needs besides its image. */
export const SERVICE_WORDS: Readonly<Record<SideService, string>> = {
  logs: 'CloudWatch Logs',
  secretsmanager: 'Secrets Manager',
  ssm: 'Parameter Store',
};

/** What to look at when a hop of a kind is shut; its id follows. */
export const PART_WORDS: Readonly<Record<string, string>> = {
  'vpc-dns': 'the DNS of',
  'private-dns': 'private DNS of',
  'egress-rule': 'security group',
  'acl-out': 'network ACL',
  'acl-in': 'network ACL',
  route: 'route table',
  nat: 'NAT gateway',
  'endpoint-ingress': 'the security groups of endpoint',
  'endpoint-policy': 'the policy of endpoint',
  'public-address': 'the public address of',
  'public-access': 'VPC Block Public Access of',
};
