import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import type { Experiment } from '../../contract/experiments.js';
import { usePerson } from '../ui/person.js';
import { Failed, Loading } from '../ui/states.js';
import { useTitle } from '../ui/use-title.js';
import { ballotQuery, experimentQuery } from './api.js';
import { BallotView } from './ballot-view.js';
import { Controls } from './controls.js';
import { ExperimentsLayout } from './experiments-layout.js';
import { Progress } from './progress.js';
import { Results } from './results.js';

/** `/experiments/:id`: a person who has not voted yet sees nothing that identifies the arms. */
export function ExperimentPage(): ReactNode {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(experimentQuery(id));
  useTitle(data?.name ?? 'Experiment');
  return (
    <ExperimentsLayout title={data?.name ?? 'Experiment'} lead={data && <Controls experiment={data} />}>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {data ? <Shown experiment={data} /> : !error && <Loading />}
    </ExperimentsLayout>
  );
}

function Shown({ experiment }: { experiment: Experiment }): ReactNode {
  const { name: person } = usePerson();
  const ballot = useQuery(ballotQuery(experiment.experiment_id, person, experiment.runs_ended));
  if (ballot.error) return <Failed error={ballot.error} onRetry={() => void ballot.refetch()} />;
  if (!ballot.data) return <Loading />;
  const { choices, vote } = ballot.data;
  const isOver = experiment.status === 'complete' || experiment.status === 'cancelled';
  const isRevealed = vote !== null || (isOver && choices.length < 2);
  return (
    <>
      <Progress experiment={experiment} />
      {isRevealed ? (
        <Results experiment={experiment} vote={vote} />
      ) : (
        <BallotView
          experiment={experiment}
          choices={choices}
          isOpen={isOver || choices.length === experiment.arms.length}
        />
      )}
    </>
  );
}
