/** The files that are open as tabs, from left to right; which one is in front is the address's. */
export type OpenTabs = readonly string[];

/** More are too many to find one: the one that was in front longest ago gives way, whatever its place. */
export const MAX_TABS = 12;

/** @param recent the paths, the one that was in front last first */
export function withTab(tabs: OpenTabs, path: string, recent: readonly string[] = []): OpenTabs {
  if (tabs.includes(path)) return tabs;
  if (tabs.length < MAX_TABS) return [...tabs, path];
  const last = tabs.toSorted((one, other) => age(recent, other) - age(recent, one))[0];
  return [...tabs.filter((tab) => tab !== last), path];
}

export function withoutTab(tabs: OpenTabs, path: string): OpenTabs {
  return tabs.filter((tab) => tab !== path);
}

/** What comes to the front when the one in front is closed: its right neighbour, else its left one. */
export function neighbourOf(tabs: OpenTabs, path: string): string | undefined {
  const place = tabs.indexOf(path);
  return place < 0 ? undefined : (tabs[place + 1] ?? tabs[place - 1]);
}

/** The file goes by another name; a tab that has it already stays. */
export function withRenamed(tabs: OpenTabs, from: string, to: string): OpenTabs {
  if (!tabs.includes(from)) return tabs;
  return tabs.includes(to) ? withoutTab(tabs, from) : tabs.map((tab) => (tab === from ? to : tab));
}

/** As they were kept; none where that is not a list of paths. */
export function tabsFrom(kept: string | null): OpenTabs {
  if (kept === null) return [];
  try {
    const tabs = JSON.parse(kept) as unknown;
    return Array.isArray(tabs) ? tabs.filter((tab) => typeof tab === 'string').slice(0, MAX_TABS) : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

/** File names, with as many of their folders as needed to distinguish equal names. */
export function tabNames(tabs: OpenTabs): ReadonlyMap<string, string> {
  return new Map(tabs.map((path) => [path, shortest(path, tabs)]));
}

function shortest(path: string, tabs: OpenTabs): string {
  const segments = path.split('/');
  for (let count = 1; count < segments.length; count += 1) {
    const name = segments.slice(-count).join('/');
    if (tabs.every((tab) => tab === path || !`/${tab}`.endsWith(`/${name}`))) return name;
  }
  return path;
}

function age(recent: readonly string[], path: string): number {
  const place = recent.indexOf(path);
  return place < 0 ? recent.length : place;
}
