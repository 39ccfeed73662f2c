import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { PresetBody } from '../../contract/presets.js';
import { deletePreset, presetsQuery, savePreset } from '../api/presets.js';
import { templateOf, templatesQuery, TO_SUIT } from '../api/templates.js';
import { Button } from '../ui/button.js';
import { toast } from '../ui/toasts.js';
import type { Composed } from './composed.js';
import { Swatch } from './swatch.js';
import styles from './create-form.module.css';

/** Prompts with their look, saved in the service; `Edit presets` takes them away. */
export function Presets({
  onChoose,
  onChosen,
}: {
  onChoose: (composed: Composed) => void;
  onChosen: () => void;
}): ReactNode {
  const { data: presets = [] } = useQuery(presetsQuery());
  const { data: templates = [TO_SUIT] } = useQuery(templatesQuery());
  const [isTidying, setIsTidying] = useState(false);
  const remove = useRemoval();
  if (presets.length === 0) return null;
  const choose = ({ prompt, template_id, options }: PresetBody): void => {
    onChoose({ prompt, template_id, options });
    onChosen();
  };
  return (
    <section className={styles.presets}>
      <div className={styles.lead}>
        <h2>Start from an example</h2>
        <Button
          size="small"
          look="quiet"
          className={styles.tidy}
          aria-pressed={isTidying}
          aria-label={isTidying ? 'Finish editing presets' : undefined}
          onClick={() => setIsTidying(!isTidying)}
        >
          {isTidying ? 'Done' : 'Edit presets'}
        </Button>
      </div>
      <div className={styles.chips} role="group" aria-label="Presets">
        {presets.map((preset) =>
          isTidying ? (
            <Button
              key={preset.id}
              size="small"
              look="danger"
              aria-label={`Delete the preset ${preset.name}`}
              onClick={() => void remove(preset)}
            >
              × {preset.name}
            </Button>
          ) : (
            <Button key={preset.id} size="small" title={preset.prompt} onClick={() => choose(preset)}>
              <Swatch template={templateOf(templates, preset.template_id)} /> {preset.name}
            </Button>
          ),
        )}
      </div>
    </section>
  );
}

/** It is gone at once, and can be taken back. */
function useRemoval(): (preset: PresetBody) => Promise<void> {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries(presetsQuery());
  return async ({ id, name, prompt, template_id, options }) => {
    try {
      await deletePreset(id);
      const restore = () => savePreset({ name, prompt, template_id, options }).then(refresh);
      toast(`The preset “${name}” was deleted.`, { undo: () => void restore() });
    } catch (error) {
      toast(`The preset “${name}” could not be deleted: ${(error as Error).message}`, { tone: 'bad' });
    }
    await refresh();
  };
}
