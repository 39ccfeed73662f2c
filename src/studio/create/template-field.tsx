import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { templateOf, templatesQuery, TO_SUIT } from '../api/templates.js';
import { Select } from '../ui/select.js';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import { Swatch } from './swatch.js';
import styles from './create-form.module.css';

/** Which look the app is to have. */
export function TemplateField({ id, onChange }: { id: string; onChange: (id: string) => void }): ReactNode {
  const { data: templates = [TO_SUIT] } = useQuery(templatesQuery());
  const chosen = templateOf(templates, id);
  const field = useId();
  return (
    <span className={styles.template}>
      <Swatch template={chosen} />
      <label htmlFor={field}>
        <VisuallyHidden>Style</VisuallyHidden>
      </label>
      <Select id={field} value={chosen.id} onChange={({ target }) => onChange(target.value)}>
        {templates.map(({ id: template, name }) => (
          <option key={template} value={template}>
            {name}
          </option>
        ))}
      </Select>
    </span>
  );
}
