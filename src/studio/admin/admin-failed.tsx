import { type ReactNode, type SubmitEvent, useState } from 'react';
import { ApiError } from '../api/http.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { Field } from '../ui/field.js';
import { Failed } from '../ui/states.js';
import { adminToken, keepAdminToken } from './admin-token.js';
import styles from './admin-failed.module.css';

/** What did not work; where the service wants its token, a field for it. */
export function AdminFailed({ error, onRetry }: { error: unknown; onRetry: () => void }): ReactNode {
  const isRefused = error instanceof ApiError && error.status === 401;
  return isRefused ? <TokenForm /> : <Failed error={error} onRetry={onRetry} />;
}

function TokenForm(): ReactNode {
  const [token, setToken] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (token.trim() !== '') keepAdminToken(token.trim());
  };
  return (
    <Card title="This service asks for its admin token">
      <form className={styles.form} noValidate onSubmit={submit}>
        <Field
          label="Admin token"
          hint="The value of ADMIN_TOKEN. It is kept until this tab is closed."
          problem={adminToken() === '' ? undefined : 'This is not the token of the service.'}
        >
          <input type="password" autoComplete="off" value={token} onChange={({ target }) => setToken(target.value)} />
        </Field>
        <Button type="submit" look="primary">
          Continue
        </Button>
      </form>
    </Card>
  );
}
