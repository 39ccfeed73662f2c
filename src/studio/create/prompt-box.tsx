import { type KeyboardEvent, type ReactNode, type Ref, useId } from 'react';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import { PROMPT_LENGTH } from '../../contract/prompt-length.js';
import styles from './create-form.module.css';

/** The prompt, and what is set beside it. */
export function PromptBox({
  ref,
  prompt,
  problem,
  onChange,
  onSubmit,
  children,
}: {
  ref: Ref<HTMLTextAreaElement>;
  prompt: string;
  problem: string | undefined;
  onChange: (prompt: string) => void;
  onSubmit: () => void;
  children: ReactNode;
}): ReactNode {
  const id = useId();
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onSubmit();
  };
  return (
    <>
      <div className={styles.box}>
        <label htmlFor={id}>
          <VisuallyHidden>What should the app do?</VisuallyHidden>
        </label>
        <textarea
          ref={ref}
          id={id}
          rows={4}
          value={prompt}
          placeholder="A habit tracker with daily streaks, reminders and a weekly summary…"
          aria-invalid={problem === undefined ? undefined : true}
          aria-describedby={`${id}-count ${id}-problem`}
          onChange={({ target }) => onChange(target.value)}
          onKeyDown={press}
        />
        <div className={styles.foot}>
          <Count id={`${id}-count`} length={prompt.trim().length} />
          {children}
        </div>
      </div>
      <p id={`${id}-problem`} className={styles.problem} role="alert" hidden={problem === undefined}>
        {problem}
      </p>
    </>
  );
}

/** A limit is worth seeing when it comes near. */
const NEAR = 0.8 * PROMPT_LENGTH.most;

function Count({ id, length }: { id: string; length: number }): ReactNode {
  const count = (
    <span id={id} className={styles.count} data-over={length > PROMPT_LENGTH.most}>
      {length} / {PROMPT_LENGTH.most}
    </span>
  );
  return length < NEAR ? <VisuallyHidden>{count}</VisuallyHidden> : count;
}
