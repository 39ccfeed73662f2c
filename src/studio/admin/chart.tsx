import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react';
import UPlot from 'uplot';
import { money } from '../ui/format.js';
import 'uplot/dist/uPlot.min.css';
import './chart.css';

const HEIGHT = 224;
const DAY_S = 86_400;

interface Line {
  readonly label: string;
  readonly values: (number | null)[];
  /** A token. */
  readonly colour: `--${string}`;
  readonly isBars?: boolean;
  readonly isDashed?: boolean;
}

/** Lines or bars over days. Loaded only where it is shown. @param x seconds since 1970 */
export function Chart({ x, lines, unit }: { x: number[]; lines: readonly Line[]; unit: '$' | 's' }): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const isDark = useIsDark();
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const chart = new UPlot(optionsFor(element, x, lines, unit), [x, ...lines.map(({ values }) => values)], element);
    const observer = new ResizeObserver(() => chart.setSize({ width: element.clientWidth, height: HEIGHT }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      chart.destroy();
    };
    // A canvas needs colours, not tokens: it is drawn again for dark mode.
  }, [x, lines, unit, isDark]);
  return <div ref={box} className="chart" />;
}

function optionsFor(
  element: HTMLElement,
  x: readonly number[],
  lines: readonly Line[],
  unit: '$' | 's',
): UPlot.Options {
  const colour = coloursOf(element);
  const words = (value: number | null): string => (value === null ? '–' : unit === '$' ? money(value) : `${value} s`);
  const axis = {
    stroke: colour('--soft'),
    grid: { stroke: colour('--line'), width: 1 },
    ticks: { stroke: colour('--line'), width: 1 },
  };
  const [first = 0] = x;
  const last = x.at(-1) ?? first;
  return {
    width: element.clientWidth,
    height: HEIGHT,
    // Days are those of UTC.
    tzDate: (seconds) => UPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
    legend: { live: false },
    cursor: { drag: { x: false, y: false } },
    scales: {
      x: { range: [first - DAY_S / 2, last + DAY_S / 2] },
      y: { range: (_chart, _least, most: number | null) => [0, most ? most * 1.1 : 1] },
    },
    axes: [
      { ...axis, incrs: [DAY_S, 2 * DAY_S, 7 * DAY_S, 14 * DAY_S, 30 * DAY_S, 91 * DAY_S] },
      { ...axis, size: 64, values: (_chart, marks) => marks.map(words) },
    ],
    series: [{ value: '{YYYY}-{MM}-{DD}' }, ...lines.map((line) => seriesOf(line, colour, words))],
  };
}

function seriesOf(
  line: Line,
  colour: (token: string) => string,
  words: (value: number | null) => string,
): UPlot.Series {
  const stroke = colour(line.colour);
  return {
    label: line.label,
    stroke,
    width: 2,
    value: (_chart, value: number | null) => words(value === null ? null : Math.round(value * 10_000) / 10_000),
    points: { size: 6, fill: stroke },
    ...(line.isDashed && { dash: [6, 4] }),
    ...(line.isBars && barsIn(stroke)),
  };
}

function barsIn(fill: string): Pick<UPlot.Series, 'paths' | 'fill' | 'points'> {
  const paths = UPlot.paths.bars?.({ size: [0.6, 40] });
  return { fill, points: { show: false }, ...(paths && { paths }) };
}

/** What a token is in the scheme that is shown. */
function coloursOf(element: HTMLElement): (token: string) => string {
  const probe = document.createElement('i');
  element.append(probe);
  const found = new Map<string, string>();
  for (const token of ['--soft', '--line', '--accent', '--good', '--info']) {
    probe.style.color = `var(${token})`;
    found.set(token, getComputedStyle(probe).color);
  }
  probe.remove();
  return (token) => found.get(token) ?? 'gray';
}

const DARK = '(prefers-color-scheme: dark)';

/** As the system has it, or as the person has chosen: the page's root says so. */
function useIsDark(): string {
  return useSyncExternalStore(
    onScheme,
    () => `${document.documentElement.style.colorScheme} ${matchMedia(DARK).matches}`,
  );
}

function onScheme(listener: () => void): () => void {
  const query = matchMedia(DARK);
  query.addEventListener('change', listener);
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['style'] });
  return () => {
    query.removeEventListener('change', listener);
    observer.disconnect();
  };
}
