export type {
  Decision,
  DecisionRecord,
  DiagnosisRecord,
  Expired,
  JobCounts,
  JobHandlers,
  JobNotes,
  JobRecord,
  Jobs,
  JobShapes,
  JobState,
  RequestRecord,
  Work,
} from './contract.ts';
export { LostJobError, QueueUnavailableError, QueueUrlError, UnknownRequestError } from './job-errors.ts';
export { openJobs, type QueueOptions } from './open-jobs.ts';
