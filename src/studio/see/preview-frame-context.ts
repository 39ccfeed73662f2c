import { createContext, useContext } from 'react';

/** The frame in which the app runs; null while there is none. */
export interface PreviewFrame {
  readonly frame: HTMLIFrameElement | null;
  /** Told by the frame's keeper. */
  readonly setFrame: (frame: HTMLIFrameElement | null) => void;
}

export const PreviewFrameContext = createContext<PreviewFrame>({ frame: null, setFrame: () => undefined });

export function usePreviewFrame(): PreviewFrame {
  return useContext(PreviewFrameContext);
}
