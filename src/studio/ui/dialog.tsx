import { type ReactNode, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { Button } from './button.js';
import styles from './dialog.module.css';

/** A question that must be answered before anything else; Escape and a press beside it leave it. */
export function Dialog({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  // Beside the page, since it may hold a form and be asked for by one.
  return createPortal(
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className={styles.inside}>
        <header className={styles.head}>
          <h2 id={id}>{title}</h2>
          <Button look="quiet" size="small" aria-label="Close" onClick={onClose}>
            ✕
          </Button>
        </header>
        {children}
      </div>
    </dialog>,
    document.body,
  );
}

/** The buttons at the end of a dialog. */
export function DialogFoot({ children }: { children: ReactNode }): ReactNode {
  return <div className={styles.foot}>{children}</div>;
}
