import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Live } from '../../contract/admin/stats.js';
import { Card } from '../ui/card.js';
import { count, duration, size } from '../ui/format.js';
import { Empty, Loading } from '../ui/states.js';
import { useTitle } from '../ui/use-title.js';
import { AdminFailed } from './admin-failed.js';
import { useAdminToken } from './admin-token.js';
import { liveQuery } from './api.js';
import { DataTable } from './data-table.js';
import { Figures } from './totals.js';

/** `/admin/live`: current activity. */
export function LivePage(): ReactNode {
  useTitle('Live');
  const token = useAdminToken();
  const { data, error, refetch } = useQuery(liveQuery(token));
  return (
    <>
      <h1>Live</h1>
      {error && <AdminFailed error={error} onRetry={() => void refetch()} />}
      {data ? <Shown live={data} /> : !error && <Loading />}
    </>
  );
}

function Shown({ live }: { live: Live }): ReactNode {
  return (
    <>
      <Figures figures={figuresOf(live)} />
      <Card title="Viewers" aside={count(sumOf(live), 'viewer')}>
        <Viewers connections={live.connections} />
      </Card>
    </>
  );
}

function figuresOf({ queue, previews, service }: Live): readonly (readonly [string, string, string])[] {
  const waits = queue?.longest_wait_ms;
  return [
    ['Active runs', String(queue?.active ?? '–'), 'being worked on'],
    [
      'In the queue',
      String(queue?.waiting ?? '–'),
      waits === null || waits === undefined ? 'nothing is waiting' : `the longest for ${duration(waits)}`,
    ],
    [
      'Preview memory',
      previews ? size(previews.rss_bytes) : '–',
      previews ? count(previews.graphs, 'bundle') : 'not running now',
    ],
    ['Service', size(service.rss_bytes), `up for ${uptime(service.uptime_s)}`],
  ];
}

function sumOf({ connections }: Live): number {
  return connections.reduce((sum, { viewers }) => sum + viewers, 0);
}

function Viewers({ connections }: Pick<Live, 'connections'>): ReactNode {
  if (connections.length === 0) return <Empty title="Nobody is watching a project right now" />;
  return (
    <DataTable
      caption="Viewers by project and instance"
      columns={['Project', 'Instance', 'Viewers']}
      rows={connections.map(({ project_id, instance_id, viewers }) => [
        <Link key="link" to={`/p/${project_id}`}>
          {project_id}
        </Link>,
        instance_id,
        viewers,
      ])}
    />
  );
}

function uptime(s: number): string {
  if (s < 3600) return duration(s * 1000);
  return s < 86_400
    ? `${Math.floor(s / 3600)} h ${Math.floor((s % 3600) / 60)} min`
    : count(Math.floor(s / 86_400), 'day');
}
