/** Whether a server that lists these models has one of that name: Ollama leaves out `:latest`, OpenRouter adds `:free` and the like. */
export function isListed(name: string, listed: readonly string[]): boolean {
  return [name, `${name}:latest`, name.replace(/:[^:]*$/, '')].some((one) => listed.includes(one));
}
