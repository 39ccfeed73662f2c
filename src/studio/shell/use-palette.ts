import { useCallback, useEffect, useState } from 'react';

const OPENED = 'firstlight:palette';

/** Opens the command palette, as Ctrl+K (⌘K) does. */
export function openPalette(): void {
  window.dispatchEvent(new Event(OPENED));
}

export function usePalette(): { isOpen: boolean; close: () => void } {
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    const open = (): void => setIsOpen(true);
    const press = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setIsOpen((was) => !was);
    };
    window.addEventListener(OPENED, open);
    window.addEventListener('keydown', press);
    return () => {
      window.removeEventListener(OPENED, open);
      window.removeEventListener('keydown', press);
    };
  }, []);
  return { isOpen, close: useCallback(() => setIsOpen(false), []) };
}
