/**
 * What a reader makes of a model's answer. Whatever it throws is the answer's fault and not the run's: the answer is in the journal, so
 * a run that failed of it would fail of it again, however often it is tried.
 */
export function readAnswer<Read>(read: () => Read): Read | { readonly problems: readonly string[] } {
  try {
    return read();
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return { problems: [`The answer cannot be used: ${said}`] };
  }
}
