import { type ReactNode, type SubmitEvent, useRef, useState } from 'react';
import { isApple } from '../shell/top-bar.js';
import { Button } from '../ui/button.js';
import { Estimate } from './estimate.js';
import { Presets } from './presets.js';
import { PromptBox } from './prompt-box.js';
import { promptProblem } from './prompt-problem.js';
import { Refusal } from './refusal.js';
import { SavePreset } from './save-preset.js';
import { TemplateField } from './template-field.js';
import { useComposer } from './use-composer.js';
import { useStart } from './use-start.js';
import { Writer } from './writer.js';
import styles from './create-form.module.css';

interface CreateFormProps {
  /** With presets, models and a draft that outlives a reload. */
  readonly isPage?: boolean;
  readonly first?: { readonly prompt: string; readonly templateId: string | null };
  readonly onStarted?: () => void;
  readonly onLeave?: () => void;
}

/** The prompt and all that goes with it, up to Start. */
export function CreateForm({ isPage = false, first, onStarted, onLeave }: CreateFormProps): ReactNode {
  const composer = useComposer(isPage, first);
  const { prompt } = composer.request;
  const [isTold, setIsTold] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const start = useStart();
  const problem = isTold ? promptProblem(prompt) : undefined;
  const submit = (event?: SubmitEvent): void => {
    event?.preventDefault();
    setIsTold(true);
    if (promptProblem(prompt) !== undefined) {
      box.current?.focus();
      return;
    }
    start({ ...composer.request, prompt: prompt.trim() });
    composer.sent();
    onStarted?.();
  };
  return (
    <form className={styles.form} noValidate aria-label="Describe your app" onSubmit={submit}>
      <PromptBox ref={box} prompt={prompt} problem={problem} onChange={composer.setPrompt} onSubmit={() => submit()}>
        <TemplateField id={composer.request.template_id ?? ''} onChange={composer.setTemplate} />
        <span className={styles.spacer} />
        {promptProblem(prompt) === undefined && isPage && <SavePreset request={composer.request} />}
        {onLeave && (
          <Button look="quiet" onClick={onLeave}>
            Keep as it is
          </Button>
        )}
        <Button type="submit" look="primary">
          Start <kbd aria-hidden="true">{isApple() ? '⌘↵' : 'Ctrl ↵'}</kbd>
        </Button>
      </PromptBox>
      {problem === undefined && <Refusal />}
      <Estimate prompt={prompt} />
      {isPage && <Presets onChoose={composer.fill} onChosen={() => box.current?.focus()} />}
      {isPage && <Writer />}
    </form>
  );
}
