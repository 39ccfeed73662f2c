/** React Native's Alert in a browser, in place of react-native-web's, which does nothing. One is shown at a time. */
const waiting = [];
let isShown = false;

class Alert {
  static alert(title, message, buttons, options = {}) {
    waiting.push({ title, message, buttons: buttons?.length > 0 ? buttons : [{ text: 'OK' }], options });
    if (!isShown) showNext();
  }
}

function showNext() {
  const asked = waiting.shift();
  isShown = asked !== undefined;
  if (!isShown) return;
  const dialog = element('dialog', DIALOG);
  dialog.setAttribute('role', 'alertdialog');
  dialog.setAttribute('aria-label', String(asked.title ?? ''));
  const end = (then) => {
    dialog.close();
    dialog.remove();
    showNext();
    then?.();
  };
  dialog.append(...partsOf(asked, end));
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    const cancel = asked.buttons.find(({ style }) => style === 'cancel');
    if (cancel) end(cancel.onPress);
    else if (asked.options?.cancelable) end(asked.options.onDismiss);
  });
  document.body.append(dialog);
  dialog.showModal();
}

function partsOf({ title, message, buttons }, end) {
  const row = element('div', ROW);
  // As phones have it: up to two side by side, more one below the other.
  if (buttons.length > 2) row.style.flexDirection = 'column';
  row.append(
    ...buttons.map(({ text = 'OK', style, onPress }) => {
      const button = element('button', { ...BUTTON, ...STYLES[style] }, text);
      button.type = 'button';
      button.addEventListener('click', () => end(onPress));
      return button;
    }),
  );
  const texts = [title && element('h2', TITLE, title), message && element('p', MESSAGE, message)];
  return [...texts.filter(Boolean), row];
}

function element(name, style, text) {
  const made = document.createElement(name);
  Object.assign(made.style, style);
  if (text !== undefined) made.textContent = String(text);
  return made;
}

const DIALOG = {
  colorScheme: 'light dark',
  background: 'Canvas',
  color: 'CanvasText',
  border: '0',
  borderRadius: '14px',
  padding: '20px 16px 12px',
  width: '280px',
  maxWidth: '86vw',
  boxSizing: 'border-box',
  textAlign: 'center',
  fontFamily: 'system-ui, sans-serif',
  boxShadow: '0 12px 40px rgba(0, 0, 0, 0.35)',
};
const TITLE = { fontSize: '17px', fontWeight: '600', margin: '0 0 6px' };
const MESSAGE = { fontSize: '14px', lineHeight: '1.4', margin: '0', whiteSpace: 'pre-line' };
const ROW = { display: 'flex', gap: '8px', marginTop: '16px' };
const BUTTON = {
  flex: '1 1 auto',
  minHeight: '44px',
  border: '0',
  borderRadius: '10px',
  background: 'color-mix(in srgb, currentColor 10%, transparent)',
  color: 'LinkText',
  font: 'inherit',
  fontSize: '16px',
  cursor: 'pointer',
};
const STYLES = { cancel: { fontWeight: '600' }, destructive: { color: '#e5342b' } };

export default Alert;
