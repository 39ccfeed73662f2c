/** Keeps old links working: when the page was one file, they had the form `/#/p/<id>`. */
export function followOldLink(): void {
  const id = /^#\/p\/([^/]+)$/.exec(location.hash)?.[1];
  if (location.pathname === '/' && id !== undefined) history.replaceState(null, '', `/p/${id}`);
}
