const CALL_ANSWERED: Readonly<Record<string, string>> = {
  plan: 'The model has planned the app',
  screen: 'The model has written',
  repair: 'The model has repaired',
  edit: 'The model has changed the app',
  icon: 'The model has painted the icon',
};

/** What viewers read when the model has answered a call such as `screen:Home`. */
export function callAnswered(call: string): string {
  const [kind = '', ...about] = call.split(':');
  return [CALL_ANSWERED[kind] ?? 'The model has answered', ...about].join(' ');
}
