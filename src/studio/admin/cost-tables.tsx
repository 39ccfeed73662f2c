import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Stats } from '../../contract/admin/stats.js';
import { Card } from '../ui/card.js';
import { money } from '../ui/format.js';
import { Empty } from '../ui/states.js';
import { DataTable } from './data-table.js';
import styles from './day-charts.module.css';

type Cost = Pick<Stats['models'][number], 'runs' | 'cost_usd' | 'runs_of_unknown_cost'>;

/** Who, and which models, cost how much. */
export function CostTables({ stats: { users, models } }: { stats: Stats }): ReactNode {
  return (
    <div className={styles.charts}>
      <Card title="Cost by model">
        {models.length === 0 ? (
          <Empty title="No model was used" />
        ) : (
          <DataTable
            caption="Cost by model"
            columns={['Model', 'Generations', 'Cost']}
            rows={models.map(({ model, ...cost }) => [found('model', model, model), ...valuesOf(cost)])}
          />
        )}
      </Card>
      <Card title="Cost by person">
        <DataTable
          caption="Cost by person"
          columns={['Person', 'Generations', 'Cost']}
          rows={users.map(({ user_id: user, ...cost }) => [
            user === null ? 'No name given' : found('user_id', user, user),
            ...valuesOf(cost),
          ])}
        />
      </Card>
    </div>
  );
}

function found(filter: string, value: string, words: string): ReactNode {
  return <Link to={`/admin?${new URLSearchParams({ [filter]: value }).toString()}`}>{words}</Link>;
}

function valuesOf({ runs, cost_usd, runs_of_unknown_cost: unknown }: Cost): readonly string[] {
  return [runs.toLocaleString('en'), money(cost_usd) + (unknown > 0 ? ` and ${unknown} of unknown cost` : '')];
}
