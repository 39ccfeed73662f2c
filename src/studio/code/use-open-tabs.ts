import { useEffect, useState } from 'react';
import { type OpenTabs, tabsFrom, withoutTab, withRenamed, withTab } from './open-tabs.js';

export interface TabSet {
  readonly tabs: OpenTabs;
  readonly close: (path: string) => void;
  readonly rename: (from: string, to: string) => void;
}

/** The tabs of a project, kept for this tab of the browser. @param path of the file in front; undefined: none */
export function useOpenTabs(projectId: string, path: string | undefined): TabSet {
  const key = `firstlight.tabs.${projectId}`;
  const [{ tabs, recent }, setTabs] = useState(() => ({
    tabs: tabsFrom(sessionStorage.getItem(key)),
    recent: [] as OpenTabs,
  }));
  if (path !== undefined && recent[0] !== path)
    setTabs({ tabs: withTab(tabs, path, recent), recent: [path, ...withoutTab(recent, path)] });
  const change = (made: (tabs: OpenTabs) => OpenTabs): void =>
    setTabs((before) => ({ ...before, tabs: made(before.tabs) }));
  useEffect(() => sessionStorage.setItem(key, JSON.stringify(tabs)), [key, tabs]);
  return {
    tabs,
    close: (closed) => change((before) => withoutTab(before, closed)),
    rename: (from, to) => change((before) => withRenamed(before, from, to)),
  };
}
