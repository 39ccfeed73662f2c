/** `0 s`, `40 ms`, `3.2 s`, `41 s`, `2 min 05 s`. */
export function duration(ms: number): string {
  if (ms <= 0) return '0 s';
  if (ms < 100) return `${Math.round(ms)} ms`;
  const s = ms / 1000;
  if (s < 60) return `${s.toFixed(s < 10 ? 1 : 0)} s`;
  return `${Math.floor(s / 60)} min ${String(Math.floor(s % 60)).padStart(2, '0')} s`;
}

/** `812 B`, `3.4 kB`, `1.2 MB`. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** US dollars; small sums keep their digits: `$0.0042`, `$1.20`. */
export function money(usd: number): string {
  return usd === 0 || usd >= 0.01 ? `$${usd.toFixed(2)}` : `$${usd.toPrecision(2)}`;
}

/** `just now`, `5 min. ago`, `yesterday`. */
export function ago(at: string, now = Date.now()): string {
  const minutes = Math.round((now - Date.parse(at)) / 60_000);
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' });
  if (minutes < 1) return 'just now';
  if (minutes < 60) return words.format(-minutes, 'minute');
  if (minutes < 60 * 24) return words.format(-Math.round(minutes / 60), 'hour');
  return words.format(-Math.round(minutes / 60 / 24), 'day');
}

/** An author of the log, for people: `Ada`, `rules`, `gpt-5.4-mini`. */
export function authorName(author: string): string {
  if (author.startsWith('user:')) return author.slice('user:'.length);
  if (author === 'blueprint') return 'rules';
  return author === 'anonymous' ? 'somebody' : author;
}

export function count(many: number, one: string, several = `${one}s`): string {
  return `${many.toLocaleString('en')} ${many === 1 ? one : several}`;
}
