import type { SourceLocation } from './source-location.js';

/** What the preview process reports of a project, by its label; `platform` is web, ios or android. */
export type PreviewEvent =
  | { readonly type: 'built'; readonly label: string; readonly platform: string; readonly durationMs: number }
  | {
      readonly type: 'broken';
      readonly label: string;
      readonly platform: string;
      readonly message: string;
      readonly at?: SourceLocation;
    }
  | {
      /** The app ran into an error in somebody's page. */
      readonly type: 'crashed';
      readonly label: string;
      readonly platform: string;
      readonly kind: 'error' | 'rejection' | 'console';
      readonly message: string;
      readonly at?: SourceLocation;
    }
  | {
      readonly type: 'updated';
      readonly label: string;
      readonly platform: string;
      /** Modules that were sent to the open pages. */
      readonly modules: number;
      readonly clients: number;
      readonly durationMs: number;
    };

/** The events of the previews. */
export abstract class PreviewWatch {
  /** The project behind a label; undefined for a hashed one that nobody has opened since this process began. */
  abstract projectOf(label: string): string | undefined;

  /** Calls back with every build, error and hot update of any project. @returns how to stop that */
  abstract onEvent(listener: (event: PreviewEvent) => void): () => void;

  /** Calls back with the label of each preview that nobody looks at any more, once its graphs are ended. */
  abstract onSuspended(listener: (label: string) => void): void;

  /** Whether the process answers; false while it hangs, undefined while there is none. */
  abstract answers(withinMs: number): Promise<boolean | undefined>;

  /** Whether generated code is served to other devices at this port. */
  abstract isPhonePort(port: number): boolean;
}
