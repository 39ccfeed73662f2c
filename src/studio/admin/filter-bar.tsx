import type { ReactNode, SubmitEvent } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from '../ui/button.js';
import { Field } from '../ui/field.js';
import { Select } from '../ui/select.js';
import { type Filter, filterCount } from './runs-filter.js';
import { useFilter, useTypedFilter } from './use-filter.js';
import { RUN_STATUS } from './words.js';
import styles from './filter-bar.module.css';

/** Searches the history; what is asked for is in the address. */
export function FilterBar(): ReactNode {
  const [search] = useSearchParams();
  const more = filterCount(search);
  return (
    <form role="search" className={styles.bar} noValidate onSubmit={(event: SubmitEvent) => event.preventDefault()}>
      <TextFilter name="q" label="Search prompts" placeholder={'plants -cactus "watering calendar"'} />
      <details className={styles.more} open={more > 0 || undefined}>
        <summary>Filters{more > 0 && ` (${more})`}</summary>
        <div className={styles.fields}>
          <StatusFilter />
          <TextFilter name="user_id" label="Person" />
          <TextFilter name="model" label="Model" />
          <TextFilter name="template_id" label="Style" />
          <TextFilter name="error" label="Error code" placeholder="stage_deadline" />
          <DateFilter name="from" label="From" />
          <DateFilter name="to" label="Before" />
          <ClearFilters />
        </div>
      </details>
    </form>
  );
}

function TextFilter({ name, label, placeholder }: { name: Filter; label: string; placeholder?: string }): ReactNode {
  const { typed, type, send } = useTypedFilter(name);
  return (
    <Field label={label}>
      <input
        type={name === 'q' ? 'search' : 'text'}
        value={typed}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        onChange={({ target }) => type(target.value)}
        onKeyDown={({ key }) => key === 'Enter' && send(typed)}
      />
    </Field>
  );
}

function StatusFilter(): ReactNode {
  const [given, change] = useFilter('status');
  return (
    <Field label="Status">
      <Select value={given} onChange={({ target }) => change(target.value)}>
        <option value="">Any</option>
        {Object.entries(RUN_STATUS).map(([status, words]) => (
          <option key={status} value={status}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function DateFilter({ name, label }: { name: Filter; label: string }): ReactNode {
  const [given, change] = useFilter(name);
  return (
    <Field label={label}>
      <input type="date" value={given} onChange={({ target }) => change(target.value)} />
    </Field>
  );
}

function ClearFilters(): ReactNode {
  const [search, setSearch] = useSearchParams();
  if (filterCount(search) === 0) return null;
  const words = search.get('q');
  return (
    <div className={styles.clear}>
      <Button look="quiet" size="small" onClick={() => setSearch(words === null ? {} : { q: words })}>
        Clear the filters
      </Button>
    </div>
  );
}
