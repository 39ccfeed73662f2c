import { useMemo } from 'react';
import { useLogFold } from '../project/use-project.js';
import { foldHistory, settled } from './fold-history.js';
import { type History, NO_HISTORY } from './history.js';

const begin = (): History => NO_HISTORY;

/** How the open project came to be, as far as it has come. */
export function useHistory(): History {
  const history = useLogFold(begin, foldHistory);
  return useMemo(() => settled(history), [history]);
}
