import type { ReactNode } from 'react';
import type { WaterfallBody } from '../../contract/admin/waterfall.js';
import { count } from '../ui/format.js';
import { costWords, stageWords, took } from './words.js';
import styles from './opened.module.css';

type Call = WaterfallBody['calls'][number];

/** What models were asked, what they answered, and what that took. */
export function Calls({ calls }: { calls: readonly Call[] }): ReactNode {
  return (
    <ul className={styles.list}>
      {calls.map((call) => (
        <li key={call.seq}>
          <details>
            <summary>
              <code>{call.call}</code>
              <span className={styles.line}>{lineOf(call)}</span>
            </summary>
            <CallTexts call={call} />
          </details>
        </li>
      ))}
    </ul>
  );
}

function lineOf({ model, duration_ms, input_tokens, output_tokens, cost_usd, error }: Call): string {
  const tokens = input_tokens === null || output_tokens === null ? null : count(input_tokens + output_tokens, 'token');
  const failed = error && `failed: ${error.code.replaceAll('_', ' ')}`;
  return [model, took(duration_ms), tokens, costWords(cost_usd), failed].filter(Boolean).join(' · ');
}

function CallTexts({ call: { stage, prompt, answer, note, error } }: { call: Call }): ReactNode {
  return (
    <div className={styles.texts}>
      <p>Asked while: {stageWords(stage)}</p>
      {note !== null && <p>{note}</p>}
      {error && <p>{error.reason}</p>}
      <h3>Prompt</h3>
      <Text text={readable(prompt)} none="Not in the log: prompts were not stored at the time." />
      <h3>Answer</h3>
      <Text text={answer} none="There is no answer, or it is a picture." />
    </div>
  );
}

function Text({ text, none }: { text: string | null; none: string }): ReactNode {
  return text === null ? (
    <p>{none}</p>
  ) : (
    <pre className={styles.text} tabIndex={0}>
      {text}
    </pre>
  );
}

/** Prompts are kept as JSON. */
function readable(prompt: string | null): string | null {
  if (prompt === null) return null;
  try {
    return JSON.stringify(JSON.parse(prompt), null, 2).replaceAll('\\n', '\n');
  } catch {
    // A prompt that is not JSON is shown as it is.
    return prompt;
  }
}
