import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Stats } from '../../contract/admin/stats.js';
import { Card } from '../ui/card.js';
import { DataTable } from './data-table.js';
import { stageWords } from './words.js';

/** Why runs failed; a press finds them. */
export function FailureTable({ failures }: { failures: Stats['failures'] }): ReactNode {
  return (
    <Card title="Why generations failed">
      {failures.length === 0 ? (
        <p>None failed in this period.</p>
      ) : (
        <DataTable
          caption="Failures by reason"
          columns={['Reason', 'Stage', 'Times']}
          rows={failures.map(({ code, stage, count, reason }) => [
            <Link key="link" to={`/admin?error=${encodeURIComponent(code)}`}>
              {reason}
            </Link>,
            stageWords(stage),
            count,
          ])}
        />
      )}
    </Card>
  );
}
