/**
 * React's JSX runtime of development pages. React 19 drops the place that Babel gives each element; here it is kept for the elements of
 * the project, by their props, which their fibers have as well. Nothing about the elements themselves changes. page/pick.js reads it.
 */
import { Fragment, jsxDEV as withoutPlace } from './cjs/react-jsx-dev-runtime.development.js';

const places = (globalThis.firstlightPlaces ??= new WeakMap());
let count = 0;

export { Fragment };

/** The place's `order` tells the newer of two: after an update, fibers keep what they were before. */
export function jsxDEV(type, config, key, isStatic, source, self) {
  const element = withoutPlace(type, config, key, isStatic, source, self);
  if (source !== undefined && source.fileName.startsWith('projects/')) {
    count += 1;
    places.set(element.props, { ...source, order: count });
  }
  return element;
}
