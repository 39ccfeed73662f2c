import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { presetsQuery, savePreset } from '../api/presets.js';
import { Button } from '../ui/button.js';
import { Dialog, DialogFoot } from '../ui/dialog.js';
import { Field } from '../ui/field.js';
import type { Composed } from './composed.js';

/** Keeps the prompt and its look under a name. */
export function SavePreset({ request }: { request: Composed }): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button look="quiet" onClick={() => setIsOpen(true)}>
        Save as preset
      </Button>
      {isOpen && <SaveDialog request={request} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function SaveDialog({ request, onClose }: { request: Composed; onClose: () => void }): ReactNode {
  const [name, setName] = useState(firstWords(request.prompt));
  const client = useQueryClient();
  const saved = useMutation({
    mutationFn: () => savePreset({ ...request, prompt: request.prompt.trim(), name }),
    onSuccess: () => {
      void client.invalidateQueries(presetsQuery());
      onClose();
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    // The form around this one is the prompt's.
    event.stopPropagation();
    saved.mutate();
  };
  return (
    <Dialog title="Save this prompt and its style" onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Field label="Name" problem={saved.error?.message}>
          <input
            value={name}
            maxLength={80}
            autoComplete="off"
            autoFocus
            onChange={({ target }) => setName(target.value)}
          />
        </Field>
        <DialogFoot>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" look="primary" disabled={saved.isPending}>
            Save
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

const WORDS = 5;

function firstWords(prompt: string): string {
  const words = prompt.trim().split(/\s+/);
  const start = words
    .slice(0, WORDS)
    .join(' ')
    .slice(0, 60)
    .replace(/[,;:.]$/, '');
  return words.length > WORDS ? `${start}…` : start;
}
