import { useEffect, useState } from 'react';

/** The value, once it has stayed the same for a moment: a slider that is pulled over fifty versions opens the one it rests on. */
export function useRested<Value>(value: Value, restMs: number): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    if (restMs === 0) return undefined;
    const timer = setTimeout(() => setRested(value), restMs);
    return () => clearTimeout(timer);
  }, [value, restMs]);
  return restMs === 0 ? value : rested;
}
