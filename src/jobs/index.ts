export type { DecisionRecord, JobHandlers, JobNotes, Jobs, RequestRecord, Work } from './contract.ts';
export { LostJobError, QueueUnavailableError, QueueUrlError, UnknownRequestError } from './job-errors.ts';
export { openJobs, type QueueOptions } from './open-jobs.ts';
