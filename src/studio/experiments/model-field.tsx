import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { modelsQuery } from '../api/models.js';
import { Field } from '../ui/field.js';
import { modelNamesQuery } from './api.js';

/** Which model writes the arm's apps: one of those that the service knows, or by name where it cannot tell which there are. */
export function ModelField({ value, onChange }: { value: string; onChange: (model: string) => void }): ReactNode {
  const { data: names } = useQuery(modelNamesQuery());
  const writer = useQuery(modelsQuery()).data?.chosen?.model;
  const list = useId();
  const usual = writer ?? 'none: rules write the app';
  if (names?.length === 0)
    return (
      <Field label="Model" hint="No model was found; rules write the app.">
        <input value="" disabled readOnly />
      </Field>
    );
  return (
    <Field label="Model (optional)" hint={`Left empty: ${usual}.`}>
      <input
        value={value}
        list={list}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => onChange(target.value)}
        {...(names && { placeholder: names[0] })}
      />
    </Field>
  );
}
