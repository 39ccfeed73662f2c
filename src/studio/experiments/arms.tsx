import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { templatesQuery, TO_SUIT } from '../api/templates.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { Field } from '../ui/field.js';
import {
  type ArmDraft,
  type ExperimentDraft,
  FEWEST_ARMS,
  MOST_ARMS,
  withArm,
  withChangedArm,
  withoutArm,
} from './draft.js';
import { Select } from '../ui/select.js';
import { ModelField } from './model-field.js';
import styles from './arms.module.css';

/** The ways to ask, side by side. */
export function Arms({
  draft,
  problems,
  onChange,
}: {
  draft: ExperimentDraft;
  problems: Readonly<Record<string, string>>;
  onChange: (draft: ExperimentDraft) => void;
}): ReactNode {
  return (
    <>
      <div className={styles.arms}>
        {draft.arms.map((arm, index) => (
          <ArmCard
            // Arms have no names of their own before they are sent.
            key={index}
            index={index}
            arm={arm}
            problems={problems}
            onChange={(change) => onChange(withChangedArm(draft, index, change))}
            onRemove={draft.arms.length > FEWEST_ARMS ? () => onChange(withoutArm(draft, index)) : undefined}
          />
        ))}
      </div>
      {draft.arms.length < MOST_ARMS && (
        <div>
          <Button onClick={() => onChange(withArm(draft))}>Add an arm</Button>
        </div>
      )}
    </>
  );
}

interface ArmProps {
  readonly index: number;
  readonly arm: ArmDraft;
  readonly problems: Readonly<Record<string, string>>;
  readonly onChange: (change: Partial<ArmDraft>) => void;
  readonly onRemove?: (() => void) | undefined;
}

function ArmCard({ onRemove, ...arm }: ArmProps): ReactNode {
  const name = `Arm ${letterOf(arm.index)}`;
  return (
    <Card
      title={name}
      aside={
        onRemove && (
          <Button look="quiet" size="small" aria-label={`Remove ${name}`} onClick={onRemove}>
            Remove
          </Button>
        )
      }
    >
      <div className={styles.fields}>
        <PromptField {...arm} />
        <TemplateSelect {...arm} />
        <ModelField value={arm.arm.model} onChange={(model) => arm.onChange({ model })} />
        <SeedField {...arm} />
      </div>
    </Card>
  );
}

function PromptField({ index, arm, problems, onChange }: ArmProps): ReactNode {
  return (
    <Field label="Prompt" problem={problems[`arms.${index}.prompt`]}>
      <textarea
        rows={4}
        maxLength={5000}
        value={arm.prompt}
        placeholder="An app that …"
        onChange={({ target }) => onChange({ prompt: target.value })}
      />
    </Field>
  );
}

function TemplateSelect({ arm, onChange }: ArmProps): ReactNode {
  const { data: templates = [TO_SUIT] } = useQuery(templatesQuery());
  return (
    <Field label="Style">
      <Select value={arm.template} onChange={({ target }) => onChange({ template: target.value })}>
        {templates.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function SeedField({ index, arm, problems, onChange }: ArmProps): ReactNode {
  return (
    <Field label="Seed (optional)" problem={problems[`arms.${index}.seed`]}>
      <input
        inputMode="numeric"
        autoComplete="off"
        value={arm.seed}
        onChange={({ target }) => onChange({ seed: target.value.trim() })}
      />
    </Field>
  );
}

function letterOf(index: number): string {
  return 'ABCDEF'.charAt(index);
}
