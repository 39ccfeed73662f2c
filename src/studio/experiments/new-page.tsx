import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '../ui/button.js';
import { Field } from '../ui/field.js';
import { useKeptDraft } from '../ui/kept-draft.js';
import { usePerson } from '../ui/person.js';
import { Failed } from '../ui/states.js';
import { useTitle } from '../ui/use-title.js';
import { experimentsQuery, startExperiment } from './api.js';
import { Arms } from './arms.js';
import { draftIn, type ExperimentDraft, problemsOf, requestOf } from './draft.js';
import { ExperimentsLayout } from './experiments-layout.js';
import { WhatItTakes } from './what-it-takes.js';
import styles from './new-page.module.css';

/** `/experiments/new`. What is typed is there again after a reload. */
export function NewPage(): ReactNode {
  useTitle('New experiment');
  const { draft, change, shown, submit, isPending, error } = useNewExperiment();
  return (
    <ExperimentsLayout title="New experiment">
      <form className={styles.form} noValidate onSubmit={submit}>
        <div className={styles.basics}>
          <Field label="Name" problem={shown['name']}>
            <input
              value={draft.name}
              maxLength={80}
              autoComplete="off"
              placeholder="Short or long prompt?"
              onChange={({ target }) => change({ ...draft, name: target.value })}
            />
          </Field>
          <Field label="Runs of each arm" problem={shown['runs']} hint="More runs reveal smaller differences.">
            <input
              value={draft.runs}
              inputMode="numeric"
              autoComplete="off"
              onChange={({ target }) => change({ ...draft, runs: target.value })}
            />
          </Field>
        </div>
        <Arms draft={draft} problems={shown} onChange={change} />
        <WhatItTakes draft={draft} />
        {error && <Failed error={error} />}
        <div className={styles.foot}>
          <Button type="submit" look="primary" disabled={isPending}>
            Start the experiment
          </Button>
        </div>
      </form>
    </ExperimentsLayout>
  );
}

interface Writing {
  readonly draft: ExperimentDraft;
  readonly change: (draft: ExperimentDraft) => void;
  /** By field; none before somebody tries to start it. */
  readonly shown: Readonly<Record<string, string>>;
  readonly submit: (event: SubmitEvent) => void;
  readonly isPending: boolean;
  readonly error: Error | null;
}

function useNewExperiment(): Writing {
  const [kept, keep] = useKeptDraft('experiment');
  const [isTried, setIsTried] = useState(false);
  const draft = draftIn(kept);
  const problems = problemsOf(draft);
  const { name: person } = usePerson();
  const client = useQueryClient();
  const navigate = useNavigate();
  const start = useMutation({
    mutationFn: () => startExperiment(requestOf(draft, person)),
    onSuccess: ({ experiment_id: id }) => {
      keep('');
      void client.invalidateQueries(experimentsQuery());
      void navigate(`/experiments/${id}`);
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setIsTried(true);
    if (Object.keys(problems).length === 0) start.mutate();
  };
  const change = (next: ExperimentDraft): void => keep(JSON.stringify(next));
  return { draft, change, shown: isTried ? problems : {}, submit, isPending: start.isPending, error: start.error };
}
