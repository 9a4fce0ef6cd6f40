import { from, type Dialect } from './dialect.ts';

export const ECS: Dialect = {
  platform: 'ecs',
  failures: [
    ...from(
      'amazon-ecs-agent, agent/engine/errors.go',
      'CannotPullContainerError:',
      'CannotPullECRContainerError:',
      'CannotPullContainerAuthError:',
      'CannotPullImageManifestError:',
      // As people retell it: what fails with it in general is no report.
      'failed with CannotPullContainerError',
      'stopped with CannotPullContainerError',
      'Error while pulling image; will try to run anyway',
      'Could not transition to pulled',
    ),
    ...from(
      'Amazon ECS on Fargate, stopped task reasons',
      'STOPPED (CannotPullContainerError',
      'inspect image has been retried',
      'pull image manifest has been retried',
      'ref pull has been retried',
      'The task cannot pull registry auth',
      'There is a connection issue between the task and the registry',
      'There is a connection issue between the task and Amazon ECR',
      "The task can't pull the image. Check",
      'image manifest does not contain descriptor matching platform',
    ),
  ],
  marks: [
    ...from('amazon-ecs-agent', 'CannotPullContainerError', 'CannotPullECRContainerError', 'ecs-agent'),
    ...from(
      'Amazon ECS',
      'ResourceInitializationError',
      'TaskFailedToStart',
      'unable to pull secrets or registry auth',
      'retrieve ecr registry auth',
    ),
    ...from(
      'Amazon ECS, service events',
      'was unable to place a task',
      'is unable to consistently start tasks',
      'ECS Task State Change',
    ),
  ],
};
