/** QUEUE_URL cannot be understood. The message is one sentence that says what was expected. */
export class QueueUrlError extends Error {
  override readonly name = 'QueueUrlError';
}

/** The queue's engine cannot be reached or used. The message is one sentence that says which, and why. */
export class QueueUnavailableError extends Error {
  override readonly name = 'QueueUnavailableError';
}

/** A decision for a request that was never opened. */
export class UnknownRequestError extends Error {
  override readonly name = 'UnknownRequestError';

  constructor(requestId: string) {
    super(`There is no fix request ${requestId}.`);
  }
}

/** This job is not tried again: an earlier attempt was its last, or it has taken too many workers down. */
export class HopelessJobError extends Error {
  override readonly name = 'HopelessJobError';
}

/** Another worker has taken this job over, because this one seemed dead. */
export class LostJobError extends Error {
  override readonly name = 'LostJobError';

  constructor(id: string) {
    super(`Job ${id} was taken over by another worker.`);
  }
}
