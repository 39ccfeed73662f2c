'use strict';
/**
 * Runs in a preview's page after shell.js: lets the person in the studio point at an element of the app. The studio, which is the page
 * around this one, sends `{type: 'firstlight:pick', on}`; it is told `firstlight:picked` with the element's place in the code (noted
 * by metro/fast/placed-elements.js), or `firstlight:pick-left`. No page of another origin is heard or told anything.
 */
(() => {
  const MAX_TEXT = 120;
  const MAX_OUTER = 4;
  /** A finger that moves further than this many pixels scrolls. */
  const TAP_PX = 10;

  const SHEET = { position: 'fixed', inset: '0', zIndex: '2147483647', cursor: 'crosshair', touchAction: 'none' };
  const FRAME = {
    display: 'none',
    position: 'fixed',
    boxSizing: 'border-box',
    border: '2px solid #2f6fed',
    borderRadius: '4px',
    background: 'rgba(47, 111, 237, 0.15)',
    pointerEvents: 'none',
  };
  const LABEL = {
    display: 'none',
    position: 'fixed',
    maxWidth: '100vw',
    padding: '2px 6px',
    borderRadius: '4px',
    background: '#2f6fed',
    color: '#fff',
    font: '12px/1.5 ui-monospace, monospace',
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    boxSizing: 'border-box',
    pointerEvents: 'none',
  };

  const port = location.port && `:${location.port}`;
  const loopback = ['localhost', '127.0.0.1', '[::1]'].map((host) => `${location.protocol}//${host}${port}`);
  const studios = [firstlight.studio, ...loopback];

  let picking;

  addEventListener('message', ({ data, origin, source }) => {
    if (source !== window.parent || source === window || !studios.includes(origin)) return;
    if (data?.type !== 'firstlight:pick') return;
    picking?.end();
    picking = data.on === true ? new Picking((message) => window.parent.postMessage(message, origin)) : undefined;
  });

  // ─── What is under the pointer, and where it is written ───

  const noted = (fiber) =>
    typeof fiber?.memoizedProps === 'object' ? window.firstlightPlaces?.get(fiber.memoizedProps) : undefined;
  const placeOf = (fiber) => noted(newest(fiber));

  /** React keeps the fiber of the update before beside each, and a node may name either. */
  function newest(fiber) {
    return (noted(fiber.alternate)?.order ?? 0) > (noted(fiber)?.order ?? 0) ? fiber.alternate : fiber;
  }

  /** The innermost element of the project's code that `node` was rendered for. */
  function placedAt(node) {
    for (let each = node; each; each = each.parentElement) {
      const key = Object.keys(each).find((name) => name.startsWith('__reactFiber$'));
      if (key) return outward(each[key]);
    }
    return undefined;
  }

  function outward(fiber) {
    let each = fiber;
    while (each && !placeOf(each)) each = each.return;
    return each ? newest(each) : undefined;
  }

  /** The DOM nodes that an element became. */
  function nodesOf(fiber) {
    if (fiber.stateNode instanceof window.Element) return fiber.stateNode.isConnected ? [fiber.stateNode] : [];
    const nodes = [];
    for (let child = fiber.child; child; child = child.sibling) nodes.push(...nodesOf(child));
    return nodes;
  }

  function describe(fiber) {
    const { fileName, lineNumber, columnNumber } = placeOf(fiber);
    const path = fileName.replace(/^projects\/[^/]+\//, '');
    return { path, line: lineNumber, column: columnNumber, name: nameOf(fiber.elementType) };
  }

  const nameOf = (type) => {
    if (typeof type === 'string') return type;
    const name = type?.displayName || type?.name || type?.render?.displayName || type?.render?.name;
    return name || (type?.type ? nameOf(type.type) : 'Element');
  };

  function textOf(nodes) {
    const text = nodes.map((node) => node.innerText || node.getAttribute('aria-label') || node.placeholder || '');
    return text.join(' ').replaceAll(/\s+/g, ' ').trim().slice(0, MAX_TEXT);
  }

  function rectOf(nodes) {
    const rects = nodes.map((node) => node.getBoundingClientRect());
    const [x, y] = [Math.min(...rects.map(({ left }) => left)), Math.min(...rects.map(({ top }) => top))];
    const right = Math.max(...rects.map((rect) => rect.right));
    const bottom = Math.max(...rects.map((rect) => rect.bottom));
    return { x, y, width: right - x, height: bottom - y };
  }

  /** What the element stands in, the nearest of each further file: who uses a shared component is found there. */
  function outerOf(fiber, { path }) {
    const seen = new Set([path]);
    const outer = [];
    for (let each = outward(fiber.return); each && outer.length < MAX_OUTER; each = outward(each.return)) {
      const place = describe(each);
      if (seen.has(place.path)) continue;
      seen.add(place.path);
      outer.push(place);
    }
    return outer;
  }

  // ─── The mode: a sheet over the app takes all that the pointer does ───

  class Picking {
    sheet = styled('div', SHEET);
    frame = styled('div', FRAME);
    label = styled('div', LABEL);
    /** What the pointer went down on, and how far a finger has scrolled since. */
    pressed = undefined;

    constructor(tell) {
      this.tell = tell;
      this.sheet.id = 'firstlight-pick';
      this.sheet.setAttribute('aria-hidden', 'true');
      this.sheet.append(this.frame, this.label);
      this.sheet.addEventListener('pointermove', (event) => this.move(event));
      this.sheet.addEventListener('pointerdown', (event) => this.press(event));
      this.sheet.addEventListener('pointerleave', () => this.show(undefined));
      this.sheet.addEventListener('click', (event) => this.pick(event));
      const wheel = (event) => scroll(this.below(event), event.deltaX, event.deltaY);
      this.sheet.addEventListener('wheel', wheel, { passive: true });
      window.addEventListener('keydown', this.escape, true);
      document.documentElement.append(this.sheet);
    }

    end() {
      window.removeEventListener('keydown', this.escape, true);
      this.sheet.remove();
    }

    below({ clientX, clientY }) {
      return document.elementsFromPoint(clientX, clientY).find((node) => !this.sheet.contains(node));
    }

    move(event) {
      if (this.pressed && event.pointerType === 'touch') this.pressed = scrolled(this.pressed, event);
      this.show(placedAt(this.below(event)));
    }

    press(event) {
      event.preventDefault(); // what has the focus keeps it
      this.pressed = { node: this.below(event), x: event.clientX, y: event.clientY, isDrag: false };
      this.show(placedAt(this.pressed.node));
    }

    pick(event) {
      const fiber = this.pressed?.isDrag ? undefined : placedAt(this.below(event));
      this.pressed = undefined;
      if (!fiber) return;
      const place = describe(fiber);
      const nodes = nodesOf(fiber);
      this.end();
      const seen = { text: textOf(nodes), rect: rectOf(nodes), outer: outerOf(fiber, place) };
      this.tell({ type: 'firstlight:picked', ...place, ...seen });
    }

    escape = (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      this.end();
      this.tell({ type: 'firstlight:pick-left' });
    };

    show(fiber) {
      const { frame, label } = this;
      const nodes = fiber ? nodesOf(fiber) : [];
      frame.style.display = label.style.display = nodes.length > 0 ? 'block' : 'none';
      if (nodes.length === 0) return;
      const { x, y, width, height } = rectOf(nodes);
      const { name, path, line } = describe(fiber);
      Object.assign(frame.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
      label.textContent = `${name} · ${path}:${line}`;
      const above = y - label.offsetHeight - 4;
      label.style.top = `${above >= 0 ? above : Math.min(y + height + 4, window.innerHeight - label.offsetHeight)}px`;
      label.style.left = `${Math.max(0, Math.min(x, window.innerWidth - label.offsetWidth))}px`;
    }
  }

  function scrolled(pressed, { clientX, clientY }) {
    const [across, down] = [pressed.x - clientX, pressed.y - clientY];
    if (!pressed.isDrag && Math.hypot(across, down) < TAP_PX) return pressed;
    scroll(pressed.node, across, down);
    return { ...pressed, x: clientX, y: clientY, isDrag: true };
  }

  /** The sheet keeps the app from scrolling by itself. */
  function scroll(node, across, down) {
    for (let each = node; each; each = each.parentElement) {
      const before = each.scrollTop + each.scrollLeft;
      each.scrollBy(across, down);
      if (each.scrollTop + each.scrollLeft !== before) return;
    }
  }

  function styled(name, style) {
    const made = document.createElement(name);
    Object.assign(made.style, style);
    return made;
  }
})();
