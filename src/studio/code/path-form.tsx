import { type ReactNode, type SyntheticEvent, useState } from 'react';
import { ApiError } from '../api/http.js';
import { Button } from '../ui/button.js';
import { Field } from '../ui/field.js';
import styles from './path-form.module.css';

/** Asks for a path; what the service has against it is said below. Escape leaves it. */
export function PathForm({
  label,
  first,
  verb,
  onDone,
  onClose,
}: {
  label: string;
  first: string;
  verb: string;
  /** @throws ApiError */
  onDone: (path: string) => Promise<void>;
  onClose: () => void;
}): ReactNode {
  const [path, setPath] = useState(first);
  const [problem, setProblem] = useState<string>();
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const wanted = path.trim().replace(/^\/+/, '');
    if (wanted === '' || wanted === first) onClose();
    else void onDone(wanted).then(onClose, (error: unknown) => setProblem(wordsOf(error)));
  };
  return (
    <form className={styles.form} onSubmit={submit} onKeyDown={({ key }) => key === 'Escape' && onClose()}>
      <Field label={label} problem={problem}>
        <input
          value={path}
          onChange={({ target }) => setPath(target.value)}
          autoFocus
          autoComplete="off"
          spellCheck={false}
        />
      </Field>
      <div className={styles.buttons}>
        <Button type="submit" size="small" look="primary">
          {verb}
        </Button>
        <Button size="small" look="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function wordsOf(error: unknown): string {
  if (!(error instanceof ApiError)) throw error;
  return [error.message, error.suggestion].filter(Boolean).join(' ');
}
