/** Elements that draw, or say how; none of them runs, loads or moves anything. */
const ELEMENTS = new Set(
  (
    'svg g defs symbol use path rect circle ellipse line polyline polygon text tspan title desc ' +
    'linearGradient radialGradient stop clipPath mask pattern marker filter feBlend feColorMatrix feComponentTransfer ' +
    'feComposite feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology ' +
    'feOffset feTurbulence'
  ).split(' '),
);

const MAX_ATTRIBUTE_CHARACTERS = 100_000;
const NAME = /^[A-Za-z][A-Za-z0-9-]*$/;
const REFERENCES = ['href', 'xlink:href'];
/** `url(…)` of another place than this drawing, or an escape that may spell it. */
const FOREIGN_URL = /url\(\s*["']?(?!["'#\s])|\\|@|javascript:|data:/i;

export function isDrawing(element: string): boolean {
  return ELEMENTS.has(element);
}

/** Why an attribute may not be; undefined where it may. */
export function attributeProblem(name: string, value: string): string | undefined {
  const shown = JSON.stringify(name.slice(0, 40));
  if (value.length > MAX_ATTRIBUTE_CHARACTERS) return `the attribute ${shown} is too long`;
  if (REFERENCES.includes(name)) return value.startsWith('#') ? undefined : `${shown} leads out of the drawing`;
  if (name === 'xml:space') return undefined;
  if (!NAME.test(name) || /^on/i.test(name)) return `the attribute ${shown} is none of a drawing`;
  return FOREIGN_URL.test(value) ? `the attribute ${shown} leads out of the drawing` : undefined;
}
