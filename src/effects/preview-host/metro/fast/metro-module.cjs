'use strict';
/** Wraps the code of a module in Metro's `__d(function …)` and converts its source map to the form that Metro uses. */
const PARAMETERS = 'global, require, _$$_IMPORT_DEFAULT, _$$_IMPORT_ALL, module, exports, _dependencyMap';

/** @param lines see edited-lines.cjs @param map from swc; if undefined, each line maps to the source line with the same number */
exports.metroModule = function metroModule({ lines, map, dependencies, config, kit }) {
  const texts = lines.map(({ text }) => text);
  const code = [`${config.globalPrefix}__d(function (${PARAMETERS}) {`, ...texts, '});'].join('\n');
  const tuples = map ? tuplesOf(map, lines, kit) : lines.map((_, index) => [index + 2, 0, index + 1, 0]);
  const lineCount = lines.length + 2;
  return {
    dependencies: dependencies.all(),
    output: [
      {
        type: 'js/module',
        data: { code, lineCount, map: [...tuples, [lineCount, 0]], functionMap: null, hasCjsExports: !map },
      },
    ],
  };
};

/** `[line, column, source line, source column, name?]`, lines from 1. The first line is the wrapper. */
function tuplesOf({ mappings, names }, lines, kit) {
  const { decode } = kit('@jridgewell/sourcemap-codec');
  return decode(mappings).flatMap((segments, index) => {
    const shifts = lines[index]?.shifts ?? [];
    return segments.map(([column, source, line, sourceColumn, name]) => {
      const place = [index + 2, column + shiftAt(shifts, column)];
      if (source === undefined) return place;
      return [...place, line + 1, sourceColumn, ...(name === undefined ? [] : [names[name]])];
    });
  });
}

function shiftAt(shifts, column) {
  let shift = 0;
  for (const [from, by] of shifts) if (column >= from) shift += by;
  return shift;
}
