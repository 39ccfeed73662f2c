import { type ReactNode, useState } from 'react';
import { CreateForm } from '../create/create-form.js';
import { useProject, useProjectStore } from '../project/use-project.js';
import { ShareApp } from '../see/share-app.js';
import type { Run } from '../state/run.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { Notice } from '../ui/states.js';
import { Figures } from './figures.js';
import { Progress } from './progress.js';
import { stageLabel } from './stage-label.js';
import styles from './run-card.module.css';

const STATUS_WORDS = { active: 'Running', complete: 'Complete', failed: 'Failed', cancelled: 'Cancelled' } as const;

/** What the run is and how far it has come, and what can be done about it. */
export function RunCard({ run, notice }: { run: Run; notice: string | null }): ReactNode {
  const [isChanging, setIsChanging] = useState(false);
  const refusal = useProject(({ asks }) => asks.refusal);
  return (
    <Card className={styles.run} aria-labelledby="app-name">
      <div className={styles.head}>
        <h1 id="app-name">{run.appName ?? (run.status === 'active' ? 'Making your app' : 'Your app')}</h1>
        <span id="run-status" className={styles.pill} data-state={run.status}>
          {run.isCancelling ? 'Cancelling…' : STATUS_WORDS[run.status]}
          {run.number > 1 && ` · run ${run.number}`}
        </span>
      </div>
      <p id="prompt-text" className={styles.prompt}>
        {run.instruction ?? run.prompt}
      </p>
      <Progress run={run} />
      <Figures run={run} />
      {run.failure && (
        <div id="failure">
          <Notice>
            <strong>Stopped at “{stageLabel(run.failure.stage)}”</strong> {run.failure.text}
          </Notice>
        </div>
      )}
      {(refusal ?? notice) !== null && <Notice>{refusal ?? notice}</Notice>}
      <RunButtons run={run} isChanging={isChanging} onChange={() => setIsChanging(true)} />
      {isChanging && (
        <CreateForm
          first={{ prompt: run.prompt, templateId: run.templateId }}
          onStarted={() => setIsChanging(false)}
          onLeave={() => setIsChanging(false)}
        />
      )}
    </Card>
  );
}

function RunButtons({ run, isChanging, onChange }: { run: Run; isChanging: boolean; onChange: () => void }): ReactNode {
  const store = useProjectStore();
  const asks = useProject((snapshot) => snapshot.asks);
  const isCancelling = asks.isCancelAsked || run.isCancelling;
  if (run.status === 'active')
    return (
      <div className={styles.buttons}>
        <Button disabled={isCancelling} onClick={() => store.cancel()}>
          {isCancelling ? 'Cancelling…' : 'Cancel'}
        </Button>
      </div>
    );
  return (
    <div className={styles.buttons}>
      {run.status !== 'complete' && <Again run={run} isAsked={asks.isRetryAsked || asks.start !== null} />}
      {!isChanging && <Button onClick={onChange}>Change prompt and run again</Button>}
      {run.status === 'complete' && <ShareApp />}
    </div>
  );
}

/**
 * A run that failed for a temporary reason continues where it stopped; a change is requested again, because a start would make a new app;
 * any other run is started again.
 */
function Again({ run, isAsked }: { run: Run; isAsked: boolean }): ReactNode {
  const store = useProjectStore();
  const { prompt, instruction, templateId: template_id, options } = run;
  const isRetry = run.status === 'failed' && run.failure?.isRetryable === true;
  const again = (): void => {
    if (isRetry) store.retry();
    else if (instruction !== null) store.send({ action: 'revise', instruction, user_id: store.userId });
    else store.start({ prompt, ...(template_id !== null && { template_id }), ...(options && { options }) });
  };
  return (
    <Button look="primary" disabled={isAsked} onClick={again}>
      {isRetry ? 'Retry' : instruction === null ? 'Start again' : 'Request it again'}
    </Button>
  );
}
