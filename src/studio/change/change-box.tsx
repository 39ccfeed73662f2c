import { useMutation, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, type SyntheticEvent, useId, useRef } from 'react';
import { revise } from '../api/changes.js';
import { modelsQuery } from '../api/models.js';
import { useProject } from '../project/use-project.js';
import { Button } from '../ui/button.js';
import { usePerson } from '../ui/person.js';
import { Failed } from '../ui/states.js';
import { toast } from '../ui/toasts.js';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import { type CanChange, canChange } from './can-change.js';
import { NoModel } from './no-model.js';
import type { Picked } from './picked.js';
import { PickedPlace } from './picked-place.js';
import { PointButton } from './point-button.js';
import { type ChangeDraft, useChangeDraft } from './use-change-draft.js';
import styles from './change-box.module.css';

const SHORTEST = 3;
const LONGEST = 2000;

/** Where the next change is asked for. */
export function ChangeBox(): ReactNode {
  const state = useProject((snapshot) => snapshot.state);
  const { data: models } = useQuery(modelsQuery());
  const can = canChange(state, models);
  const draft = useChangeDraft(state.id);
  const { mutate, isPending, error } = useRevise(state.id, draft);
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const length = draft.instruction.trim().length;
  const isReady = (can === 'now' || can === 'in-turn') && length >= SHORTEST && !isPending;
  const pick = (picked: Picked): void => {
    draft.pick(picked);
    box.current?.focus();
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (isReady) mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      {can === 'no-model' && models && <NoModel models={models} />}
      <div className={styles.box}>
        <PickedPlace picked={draft.picked} onPick={draft.pick} />
        <label htmlFor={id}>
          <VisuallyHidden>What should be different?</VisuallyHidden>
        </label>
        <textarea
          ref={box}
          id={id}
          rows={3}
          maxLength={LONGEST}
          value={draft.instruction}
          placeholder={draft.picked ? 'What should be different here?' : 'What should be different?'}
          onChange={({ target }) => draft.write(target.value)}
          onKeyDown={(event) => isSend(event) && submit(event)}
        />
        <div className={styles.foot}>
          <PointButton onPick={pick} />
          <span className={styles.when}>{WORDS[can]}</span>
          <Button type="submit" look="primary" size="small" disabled={!isReady}>
            {can === 'in-turn' ? 'Add to the queue' : 'Change it'}
          </Button>
        </div>
      </div>
      {error !== null && <Failed error={error} />}
    </form>
  );
}

const WORDS: Readonly<Record<CanChange, string>> = {
  now: '',
  'in-turn': 'It begins when the current run has ended.',
  'no-app': 'You can change the app once it has appeared.',
  'no-model': '',
};

function isSend({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key === 'Enter' && (ctrlKey || metaKey);
}

function useRevise(id: string, { instruction, picked, write, pick }: ChangeDraft) {
  const { name } = usePerson();
  return useMutation({
    mutationFn: () => {
      const at = picked && { path: picked.path, line: picked.line };
      return revise(id, { instruction: instruction.trim(), user_id: name, ...(at && { at }) });
    },
    onSuccess: ({ queued }) => {
      write('');
      pick(null);
      if (queued) toast(queued.position === 1 ? 'It is next.' : `It is number ${queued.position} in the queue.`);
    },
  });
}
