/** The label of a Host header `<label>.<domain>[:port]`; undefined where the host is no preview's. */
export function previewLabelOfHost(host: string | undefined, domain: string): string | undefined {
  const name = host?.toLowerCase().replace(/:\d+$/, '');
  if (!name?.endsWith(`.${domain}`)) return undefined;
  const label = name.slice(0, -domain.length - 1);
  return /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label) ? label : undefined;
}
