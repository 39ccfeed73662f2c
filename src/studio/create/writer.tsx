import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Models } from '../../contract/models.js';
import { chooseModel, modelsQuery, takeChoiceBack } from '../api/models.js';
import { Button } from '../ui/button.js';
import styles from './create-form.module.css';

/** Who writes the apps; a model that was found on this machine is chosen with one press. */
export function Writer({ id = 'writer' }: { id?: string }): ReactNode {
  const { data } = useQuery(modelsQuery());
  const choose = useChoice();
  if (!data || (data.found.length === 0 && data.chosen === null)) return null;
  return (
    <div id={id} className={styles.writer}>
      <p className={styles.words}>{writerWords(data)}</p>
      <div className={styles.chips} role="group" aria-label="Models on this computer">
        {offered(data).map(({ name, server, base_url, writes, isChosen }) => (
          <Button
            key={`${base_url} ${name}`}
            size="small"
            title={writes === 'plan' ? 'It makes the plan; rules write the code' : 'It makes the plan and the code'}
            aria-pressed={isChosen}
            onClick={() => choose(isChosen ? null : { base_url, name })}
          >
            {name} · {server}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** A server that has gone meanwhile is refused: then it is not named any more. */
function useChoice(): (model: { base_url: string; name: string } | null) => void {
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (model: { base_url: string; name: string } | null) =>
      model ? chooseModel(model.base_url, model.name) : takeChoiceBack(),
    onSuccess: (models) => client.setQueryData(modelsQuery().queryKey, models),
    onError: () => client.invalidateQueries(modelsQuery()),
  });
  return mutate;
}

function offered({ chosen, found }: Models) {
  return found.flatMap(({ name: server, base_url, models }) =>
    models.map(({ name, writes }) => ({
      name,
      server,
      base_url,
      writes,
      isChosen: chosen?.by === 'person' && chosen.base_url === base_url && chosen.model === name,
    })),
  );
}

function writerWords({ chosen, found }: Models): string {
  if (chosen?.writes === 'plan') return `${chosen.model} plans the apps; rules write them.`;
  if (chosen) return `${chosen.model} writes the apps.`;
  return `Rules write the apps. Found on this computer: ${found.map(({ name }) => name).join(', ')}. Choose a model to use it.`;
}
