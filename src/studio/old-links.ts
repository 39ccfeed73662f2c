/** Links that were shared when the page was one file, `/#/p/<id>`, go on to lead to their project. */
export function followOldLink(): void {
  const id = /^#\/p\/([^/]+)$/.exec(location.hash)?.[1];
  if (location.pathname === '/' && id !== undefined) history.replaceState(null, '', `/p/${id}`);
}
