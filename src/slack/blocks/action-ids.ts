/** Every button, by the `action_id` that Slack sends back. */
export const ACTION_IDS = {
  openFix: 'open_fix',
  askForFix: 'ask_for_fix',
  showChecks: 'show_checks',
  showMissingPermissions: 'show_missing_permissions',
  lookAgain: 'look_again',
  approveFix: 'approve_fix',
  rejectFix: 'reject_fix',
  undoFix: 'undo_fix',
} as const;

/** Every form and shortcut, by the `callback_id` that Slack sends back. */
export const CALLBACK_IDS = {
  /** The message shortcut; manifest.yml names it too. */
  diagnoseMessage: 'diagnose_message',
  requestFix: 'request_fix',
  approveFix: 'approve_fix',
} as const;

/** What a message of ours is, kept in its metadata: how a second process finds what a first one posted. */
export const METADATA_TYPES = {
  parent: 'ecr_why_question',
  progress: 'ecr_why_progress',
  verdict: 'ecr_why_verdict',
  failure: 'ecr_why_failure',
  repeats: 'ecr_why_repeats',
  fixRequest: 'ecr_why_fix_request',
  fixOutcome: 'ecr_why_fix_outcome',
} as const;
