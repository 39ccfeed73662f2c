import { ApiError } from '../api/http.js';
import { toast } from '../ui/toasts.js';

/** Says why it was not done, in the service's words. */
export function refused(error: unknown): void {
  const suggestion = error instanceof ApiError ? error.suggestion : undefined;
  const message = error instanceof Error ? error.message : String(error);
  toast([message, suggestion].filter(Boolean).join(' '), { tone: 'bad' });
}
