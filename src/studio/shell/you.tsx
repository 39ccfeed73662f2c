import { type ReactNode, type SubmitEvent, useState } from 'react';
import { Button } from '../ui/button.js';
import { Dialog, DialogFoot } from '../ui/dialog.js';
import { Field } from '../ui/field.js';
import { NAME_MAX, renamePerson, usePerson } from '../ui/person.js';
import { Select } from '../ui/select.js';
import { keepTheme, keptTheme, type Theme } from '../ui/theme.js';
import styles from './top-bar.module.css';

/** Who sits here, and how they like the page. */
export function You(): ReactNode {
  const { name } = usePerson();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={styles.you}
        aria-label={`You: ${name}`}
        title={name}
        onClick={() => setIsOpen(true)}
      >
        <span aria-hidden="true">{name.slice(0, 1).toUpperCase()}</span>
      </button>
      {isOpen && <YouDialog name={name} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function YouDialog({ name: first, onClose }: { name: string; onClose: () => void }): ReactNode {
  const [name, setName] = useState(first);
  const [theme, setTheme] = useState(keptTheme);
  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    renamePerson(name);
    keepTheme(theme);
    onClose();
  };
  return (
    <Dialog title="You" onClose={onClose}>
      <form className={styles.form} onSubmit={save}>
        <Field label="Name" hint="Others see it next to your cursor, and your changes are signed with it.">
          <input value={name} maxLength={NAME_MAX} required onChange={({ target }) => setName(target.value)} />
        </Field>
        <Field label="Colours of the page">
          <Select value={theme} onChange={({ target }) => setTheme(target.value as Theme)}>
            <option value="system">System theme</option>
            <option value="light">Light</option>
            <option value="dark">Dark</option>
          </Select>
        </Field>
        <DialogFoot>
          <Button type="submit" look="primary">
            Save
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
