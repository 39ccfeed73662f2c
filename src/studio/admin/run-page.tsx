import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import type { WaterfallBody } from '../../contract/admin/waterfall.js';
import { Card } from '../ui/card.js';
import { count } from '../ui/format.js';
import { Loading, Notice } from '../ui/states.js';
import { useTitle } from '../ui/use-title.js';
import { AdminFailed } from './admin-failed.js';
import { useAdminToken } from './admin-token.js';
import { waterfallQuery } from './api.js';
import { Calls } from './calls.js';
import { Events } from './events.js';
import { Files } from './files.js';
import { RunHead } from './run-head.js';
import { WaterfallCard } from './waterfall-card.js';

/** `/admin/runs/:project/:run`: one run as it went. */
export function RunPage(): ReactNode {
  const { project = '', run = '' } = useParams();
  const token = useAdminToken();
  const { data, dataUpdatedAt, error, refetch } = useQuery(waterfallQuery(token, project, run));
  useTitle(data?.run.app_name ?? project);
  if (error) return <AdminFailed error={error} onRetry={() => void refetch()} />;
  return data ? <Shown body={data} asOf={dataUpdatedAt} /> : <Loading />;
}

function Shown({ body, asOf }: { body: WaterfallBody; asOf: number }): ReactNode {
  const { run, calls, files, events, is_cut } = body;
  return (
    <>
      <RunHead run={run} />
      {run.error && (
        <Notice>
          <strong>{run.error.message}</strong> ({run.error.code.replaceAll('_', ' ')})
        </Notice>
      )}
      <WaterfallCard body={body} asOf={asOf} />
      {calls.length > 0 && (
        <Card title="Model calls" aside={count(calls.length, 'call')}>
          <Calls calls={calls} />
        </Card>
      )}
      <Card title="Files" aside={count(files.length, 'change')}>
        <Files files={files} />
      </Card>
      <Card title="Events" aside={count(events.length, 'event')}>
        <Events events={events} isCut={is_cut} />
      </Card>
    </>
  );
}
