import type { ErrorCategory } from './errors.js';

/** How an error with this code is answered. Domain errors know no HTTP: this table does. */
export interface ErrorRow {
  readonly category: ErrorCategory;
  /** Over HTTP. */
  readonly status: number;
  /** What to do now; `{project_id}` stands for the id in the request, `{head}` for the last seq. */
  readonly suggestion: string;
  /** The suggestion for a client on the WebSocket, if it differs. */
  readonly onSocket?: string;
}

const START = 'Send {"action":"start","prompt":"…"} to begin a run.';
const EXAMPLE = 'Send a JSON text such as {"action":"start","prompt":"Create a fitness tracking app"}.';
const STATE = 'GET /status/{project_id} shows the state; POST /generate starts a new run.';
const SOON = 'Try again in a few seconds.';
const CORRECT = 'Change what the message names and send it again.';

/** Every code that an answer may carry, over HTTP or the WebSocket; an error with any other code is answered as internal. */
export const ERRORS = {
  // The request is wrong.
  invalid_request: validation(400, 'Correct the fields named in details; /docs shows the request.'),
  invalid_field: validation(400, CORRECT),
  bad_request: validation(400, 'Send valid JSON and a well-formed URL; /docs shows the request.'),
  bad_json: validation(400, EXAMPLE),
  binary_frame: validation(400, EXAMPLE),
  not_an_object: validation(400, EXAMPLE),
  unknown_action: validation(400, CORRECT),
  request_refused: validation(400, '/docs shows the request.'),
  cursor_invalid: validation(
    400,
    'Ask again with after=0, or with the last seq you have seen.',
    'Send {"action":"resume","after":{head}} to get what comes next, or "after":0 to get everything.',
  ),
  seq_unknown: validation(400, 'Use a seq that the project has, or leave it out.'),
  edit_invalid: validation(400, 'Send {"action":"open_file","path":…} for the text as it is, and edit that.'),
  version_too_old: validation(400, 'Send {"action":"open_file","path":…} for the text as it is, and edit that.'),
  file_not_open: validation(400, 'Send {"action":"open_file","path":…} first.'),
  body_too_large: validation(413, 'Send at most 64 kB.'),
  url_too_long: validation(414, 'Send a shorter URL.'),
  unsupported_media_type: validation(415, 'Send JSON with the header Content-Type: application/json.'),
  prompt_length: validation(422, 'Describe the app in 10 to 5000 characters.'),
  unknown_template: validation(422, 'Use one of the templates named in the message, or leave template_id out.'),
  arm_model_unknown: validation(422, 'Use one of the models that the message names, or leave model out.'),
  arm_unknown: validation(422, 'GET …/ballot lists the arms.'),
  path_refused: validation(422, 'Use a path below app/, components/, lib/ or assets/, as the message says.'),
  file_refused: validation(422, 'Correct the line that the message names and send the file again.'),
  file_not_editable: validation(422, 'Read it with GET …/files/<path>, or write it whole with PUT.'),
  condition_missing: validation(
    428,
    'Send If-Match: "<sha256>" with the version that you read, or If-None-Match: * for a new file.',
  ),

  // Something that the request names does not exist.
  project_not_found: notFound('Check the id, or start the project with POST /generate.', START),
  project_gone: { ...notFound('It cannot be restored. Start another one with POST /generate.'), status: 410 },
  model_unknown: notFound('GET /api/v1/models lists the models found on this machine.'),
  preset_not_found: notFound('GET /api/v1/presets lists the presets.'),
  file_not_found: notFound('GET /api/v1/projects/{project_id}/files lists the files.', CORRECT),
  conflict_not_found: notFound('GET …/conflicts lists the open ones.'),
  experiment_not_found: notFound('GET /api/v1/experiments lists the experiments.'),
  run_not_found: notFound('GET /api/v1/admin/runs lists the runs.'),
  revision_not_queued: notFound('GET …/queue lists the queued revisions.'),
  page_missing: notFound('Install the service with its examples folder; the API itself works: see /docs.'),
  route_not_found: notFound('/docs lists every route.'),
  not_found: notFound('/docs lists every route.'),

  // The project's state does not allow the request.
  run_active: conflict('POST …/cancel ends the run; GET /status/{project_id} shows when it has ended.'),
  run_not_active: conflict(STATE, START),
  run_not_retryable: conflict(STATE, 'Send {"action":"start","prompt":"…"} to begin a new run.'),
  run_not_revisable: conflict(STATE, CORRECT),
  revision_queue_full: conflict('GET …/queue lists the queued revisions; DELETE …/queue/{revision} withdraws one.'),
  run_not_shareable: conflict('GET /status/{project_id} shows the state; share the app once it is complete.'),
  run_under_way: conflict('Wait for its end, cancel it, or send a seq to rebuild a separate folder.'),
  project_exists: conflict(
    'Use another project_id, or leave out create to begin another run of this project.',
    'Use another project id, or leave out "create" to begin another run of this project.',
  ),
  experiment_over: conflict('Start another one with POST /api/v1/experiments.'),
  nothing_to_fork: conflict('GET …/versions lists the project’s moments.'),
  preview_not_ready: conflict('Ask again once GET /status/{project_id} shows a preview_url.'),
  version_conflict: conflict('Somebody else changed the project at the same time: send the request again.'),
  file_changed: {
    category: 'conflict',
    status: 412,
    suggestion: 'Read the file again, and base your change on the version that you get.',
  },

  // The client may not do this, or not this often.
  admin_token_missing: {
    category: 'authorization',
    status: 401,
    suggestion: 'Send the header Authorization: Bearer <token> with the token that ADMIN_TOKEN holds.',
  },
  origin_not_allowed: {
    category: 'authorization',
    status: 403,
    suggestion:
      'Open the page that the service itself serves; if the origin’s pages are yours, add it to CORS_ORIGINS.',
  },
  host_not_ours: {
    category: 'authorization',
    status: 421,
    suggestion: 'Use http://localhost with the service’s port, or set PUBLIC_URL to the address it is reached at.',
  },
  budget_reached: {
    category: 'limit',
    status: 429,
    suggestion: 'Wait until there is budget again, or raise BUDGET_USD_PER_USER_PER_DAY.',
  },

  // The same request would work later.
  too_many_viewers: unavailable(SOON),
  shutting_down: unavailable(SOON),
  gate_unavailable: unavailable(SOON),
  log_unavailable: unavailable(SOON, 'Send the message again in a few seconds.'),
  database_unavailable: unavailable('Try again in a few seconds; GET /health shows when it is back.'),

  // Faults of the service.
  internal: internal(
    'Send the message again; if that fails too, tell the person who runs the service when it happened.',
  ),
  internal_error: internal('Try again; if it still fails, the service’s log names the cause.'),
} as const satisfies Readonly<Record<string, ErrorRow>>;

export type ErrorCode = keyof typeof ERRORS;

/** The code's row; undefined for a code that no answer may carry. */
export function rowOf(code: string): (ErrorRow & { readonly code: ErrorCode }) | undefined {
  return isErrorCode(code) ? { ...ERRORS[code], code } : undefined;
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERRORS, code);
}

/** The suggestion, with `{…}` replaced by values of the error or the request. */
export function filled(suggestion: string, values: Readonly<Record<string, string | number | undefined>>): string {
  return suggestion.replaceAll(/\{([a-z_]+)\}/g, (all, name: string) => String(values[name] ?? all));
}

function validation(status: number, suggestion: string, onSocket?: string): ErrorRow {
  return { category: 'validation', status, suggestion, ...(onSocket !== undefined && { onSocket }) };
}

function notFound(suggestion: string, onSocket?: string): ErrorRow {
  return { category: 'not_found', status: 404, suggestion, ...(onSocket !== undefined && { onSocket }) };
}

function conflict(suggestion: string, onSocket?: string): ErrorRow {
  return { category: 'conflict', status: 409, suggestion, ...(onSocket !== undefined && { onSocket }) };
}

function unavailable(suggestion: string, onSocket?: string): ErrorRow {
  return { category: 'unavailable', status: 503, suggestion, ...(onSocket !== undefined && { onSocket }) };
}

function internal(suggestion: string): ErrorRow {
  return { category: 'internal', status: 500, suggestion };
}
