'use strict';
/**
 * Applies replacements to code and returns its lines.
 * @param edits `{start, end, text}` by offset, in order, each within one line
 * @returns per line `{text, shifts}`; `shifts` are pairs `[column in the original line, characters inserted there]`
 */
exports.editedLines = function editedLines(code, edits) {
  const left = [...edits];
  let offset = 0;
  return code.split('\n').map((line) => {
    const start = offset;
    offset += line.length + 1;
    const own = [];
    while (left.length > 0 && left[0].start < offset) own.push(left.shift());
    return edited(
      line,
      own.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start })),
    );
  });
};

function edited(line, edits) {
  let text = '';
  let done = 0;
  const shifts = [];
  for (const { start, end, text: replacement } of edits) {
    text += line.slice(done, start) + replacement;
    shifts.push([end, replacement.length - (end - start)]);
    done = end;
  }
  return { text: text + line.slice(done), shifts };
}
