import type { Page } from 'playwright-core';

/**
 * What does not fit the page: parts that extend beyond the window and cannot be scrolled to, and words that are cut off, broken
 * or overlapped. Empty if everything fits.
 */
export async function unfitting(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(READ_UNFITTING);
}

/** Sets the text size that a reader chooses in the browser, as a factor. */
export async function setTextScale(page: Page, factor: number): Promise<void> {
  await page.evaluate(`{ document.documentElement.style.fontSize = '${16 * factor}px' }`);
}

/** Skips icons, which are drawn as text, and rotated elements (a wheel), which extend beyond their box. */
const READ_UNFITTING = `new Promise((settled) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(settled)))).then(() => {
  const found = new Set();
  const isScrolled = (element) => {
    for (let one = element.parentElement; one; one = one.parentElement) {
      if (/auto|scroll/.test(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth) return true;
    }
    return false;
  };
  const isTurned = (element) => {
    for (let one = element; one; one = one.parentElement) if (/rotate/.test(one.style.transform)) return true;
    return false;
  };
  const isHidden = (element) => element.closest('[aria-hidden=true], [inert]') !== null || !element.checkVisibility({ visibilityProperty: true });
  // The visible part of a box inside scrolling and clipping elements; undefined for what floats above the page (a button, a notice), which may cover words.
  const seen = (element, box) => {
    let { left, top, right, bottom } = box;
    for (let one = element; one && one !== document.body; one = one.parentElement) {
      const style = getComputedStyle(one);
      if (/absolute|fixed/.test(style.position) && !one.contains(document.querySelector('h1'))) return undefined;
      if (!/auto|scroll|hidden|clip/.test(style.overflowX + style.overflowY)) continue;
      const around = one.getBoundingClientRect();
      left = Math.max(left, around.left);
      top = Math.max(top, around.top);
      right = Math.min(right, around.right);
      bottom = Math.min(bottom, around.bottom);
    }
    return right - left > 3 && bottom - top > 3 ? { left, top, right, bottom } : undefined;
  };
  const written = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) found.add('the page is wider than the window');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.data.trim();
    const element = node.parentElement;
    if (text === '' || /^[\\ue000-\\uf8ff\\u{f0000}-\\u{fffff}]/u.test(text) || /^(?:STYLE|SCRIPT|NOSCRIPT)$/.test(element.tagName)) continue;
    if (isHidden(element) || isTurned(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    if ((box.right > width + 1 || box.left < -1) && !isScrolled(element)) found.add(JSON.stringify(text) + ' reaches beyond the window');
    const rest = seen(element, box);
    if (rest) {
      for (const other of written) {
        const across = Math.min(rest.right, other.rest.right) - Math.max(rest.left, other.rest.left);
        const down = Math.min(rest.bottom, other.rest.bottom) - Math.max(rest.top, other.rest.top);
        if (across > 3 && down > 3 && !other.element.contains(element)) found.add(JSON.stringify(text) + ' is written over ' + JSON.stringify(other.text));
      }
      written.push({ element, text, rest });
    }
    // Stops at a scrolling element: text outside it is not cut off, only not scrolled to yet.
    let across = true;
    let down = true;
    for (let one = element; one && one !== document.body && (across || down); one = one.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(one);
      const around = one.getBoundingClientRect();
      if (around.width <= 1 || around.height <= 1) break;
      const isCutAcross = across && /hidden|clip/.test(overflowX) && (box.right > around.right + 1 || box.left < around.left - 1);
      const isCutDown = down && /hidden|clip/.test(overflowY) && (box.bottom > around.bottom + 2 || box.top < around.top - 2);
      if (isCutAcross || isCutDown) found.add(JSON.stringify(text) + ' is cut');
      across &&= !/auto|scroll/.test(overflowX);
      down &&= !/auto|scroll/.test(overflowY);
    }
    for (const { 0: word, index } of text.matchAll(/[\\p{L}\\p{N}]+/gu)) {
      const start = node.data.indexOf(text) + index;
      range.setStart(node, start);
      range.setEnd(node, start + word.length);
      const tops = new Set([...range.getClientRects()].filter((rect) => rect.width > 0).map((rect) => Math.round(rect.top)));
      if (tops.size > 1 && /\\p{Script=Latin}/u.test(word)) found.add(JSON.stringify(word) + ' is broken');
    }
  }
  for (const element of document.querySelectorAll('button, input, textarea, [role=button], [role=radio], [role=checkbox], [role=link], [role=switch]')) {
    if (isHidden(element) || isTurned(element)) continue;
    const box = element.getBoundingClientRect();
    if (box.width > 0 && (box.right > width + 1 || box.left < -1) && !isScrolled(element))
      found.add((element.getAttribute('aria-label') ?? element.tagName) + ' reaches beyond the window');
  }
  return [...found];
})`;
