'use strict';
/** The helpers that swc would import from @swc/helpers, as inline expressions that behave like those of Expo. */
const HELPERS = {
  _interop_require_default: '{ _: (e) => (e && e.__esModule ? e : { default: e }) }',
  _interop_require_wildcard:
    '{ _: (e) => { if (e && e.__esModule) return e; const n = {}; if (e) Object.keys(e).forEach((k) => { const d = Object.getOwnPropertyDescriptor(e, k); Object.defineProperty(n, k, d.get ? d : { enumerable: true, get: () => e[k] }); }); n.default = e; return n; } }',
  _export_star:
    '{ _: (from, to) => { Object.keys(from).forEach((k) => { if (k !== "default" && !Object.prototype.hasOwnProperty.call(to, k)) Object.defineProperty(to, k, { enumerable: true, get: () => from[k] }); }); return from; } }',
};

/** @returns undefined for any other name */
exports.helperOf = (name) => HELPERS[/^@swc\/helpers\/_\/(\w+)$/.exec(name)?.[1]];
