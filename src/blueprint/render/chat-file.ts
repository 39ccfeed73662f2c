import type { SourceFile } from '../../generation/app-files.js';
import type { ScreenPlan } from '../../generation/plan.js';
import { fileOf, rootFrom } from './app-stage.js';
import { fieldOfType, type EntityView } from './entity-view.js';

/** One conversation: bubbles, a field to write in, and canned answers. */
export const chatFile = (screen: ScreenPlan, view: EntityView): SourceFile => {
  const last = fieldOfType(view.entity, ['longtext']);
  return {
    path: fileOf(screen),
    content: `import { Chat } from "${rootFrom(screen)}components/chat";

export default function ${view.type}ChatScreen() {
  return <Chat kind="${view.collection}"${last ? ` last="${last.name}"` : ''} />;
}
`,
  };
};
