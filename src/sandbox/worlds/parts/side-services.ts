import type { Estate } from '../../aws/estate.ts';
import { findTaskDefinition } from './find.ts';
import { HOME, WORKLOAD } from './names.ts';

export const SECRET = `arn:aws:secretsmanager:${HOME}:${WORKLOAD}:secret:my-app/database-AbCdEf`;

/** Makes the service's container log to CloudWatch. */
export function logToCloudWatch(estate: Estate, service: string): void {
  for (const container of findTaskDefinition(estate, service).containerDefinitions) {
    container.logConfiguration = {
      logDriver: 'awslogs',
      options: { 'awslogs-group': `/ecs/${service}`, 'awslogs-region': HOME, 'awslogs-stream-prefix': service },
    };
  }
}

/** Makes the service's container take a secret. */
export function takeSecret(estate: Estate, service: string): void {
  for (const container of findTaskDefinition(estate, service).containerDefinitions) {
    container.secrets = [{ name: 'DATABASE_PASSWORD', valueFrom: `${SECRET}:password::` }];
  }
}
