import { type ReactElement, type ReactNode, cloneElement, useId } from 'react';
import styles from './field.module.css';

interface Control {
  readonly id?: string;
  readonly className?: string | undefined;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: boolean | undefined;
}

/** A labelled input, select or textarea, with what helps to fill it in or what is wrong with it. */
export function Field({
  label,
  hint,
  problem,
  children,
}: {
  label: string;
  hint?: string;
  problem?: string | undefined;
  children: ReactElement<Control>;
}): ReactNode {
  const id = useId();
  const more = problem ?? hint;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {cloneElement(children, {
        id,
        className: [styles.control, children.props.className].filter(Boolean).join(' '),
        'aria-describedby': more === undefined ? undefined : `${id}-more`,
        'aria-invalid': problem === undefined ? undefined : true,
      })}
      {more !== undefined && (
        <p
          id={`${id}-more`}
          className={problem === undefined ? styles.hint : styles.problem}
          role={problem === undefined ? undefined : 'alert'}
        >
          {more}
        </p>
      )}
    </div>
  );
}
