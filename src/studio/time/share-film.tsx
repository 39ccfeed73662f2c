import { type ReactNode, useState } from 'react';
import { useProject } from '../project/use-project.js';
import { Button, ButtonLink } from '../ui/button.js';
import { Dialog, DialogFoot } from '../ui/dialog.js';
import { Field } from '../ui/field.js';

/** The link to the film, and what it shows to whom. */
export function ShareFilm({ onClose }: { onClose: () => void }): ReactNode {
  const id = useProject(({ state }) => state.id);
  const [said, setSaid] = useState<string>();
  const link = new URL(`/film/${id}`, window.location.href).href;
  const copy = (): void =>
    void navigator.clipboard.writeText(link).then(
      () => setSaid('Copied.'),
      () => setSaid('The browser does not let this page copy: select the link instead.'),
    );
  return (
    <Dialog title="Share the film" onClose={onClose}>
      <Field
        label="Link"
        hint="Anyone who has the link and can reach this service can see how the app came to be, and open it."
      >
        <input readOnly value={link} onFocus={({ target }) => target.select()} />
      </Field>
      <p>
        The film is the project’s own history, not a copy, so it also shows what happens later. It exists until the
        project is deleted.
      </p>
      <DialogFoot>
        <span role="status">{said}</span>
        <ButtonLink to={`/film/${id}`}>Watch it</ButtonLink>
        <Button look="primary" onClick={copy}>
          Copy the link
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
