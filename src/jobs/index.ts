export type {
  DecisionRecord,
  DiagnosisRecord,
  GivenUp,
  JobHandlers,
  JobNotes,
  Jobs,
  Repeats,
  RequestRecord,
  Work,
} from './contract.ts';
export { LostJobError, QueueUnavailableError, QueueUrlError, UnknownRequestError } from './job-errors.ts';
export { openJobs, type QueueOptions } from './open-jobs.ts';
