/**
 * Reads a model's answer. An exception counts as a fault of the answer and not of the run: the answer is in the journal, so
 * a run that failed because of it would fail again at every retry.
 */
export function readAnswer<Read>(read: () => Read): Read | { readonly problems: readonly string[] } {
  try {
    return read();
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return { problems: [`The answer cannot be used: ${said}`] };
  }
}
