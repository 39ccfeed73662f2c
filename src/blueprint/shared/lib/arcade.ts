/** `catch`: hit what shows up before it is gone. `dodge`: stay out of the way of what comes down. */
export type Rules = "catch" | "dodge";

export interface Game {
  steps: number;
  points: number;
  lives: number;
  /** Where something is, row by row. */
  cells: readonly number[];
  /** The person's own column, where things come down. */
  lane: number;
}

export const COLUMNS = 3;
export const ROWS: Record<Rules, number> = { catch: 3, dodge: 5 };
export const NEW_GAME: Game = { steps: 0, points: 0, lives: 3, cells: [], lane: 1 };

/** Faster with every point. */
export function paceMs(rules: Rules, { points }: Game): number {
  return rules === "catch" ? Math.max(500, 1200 - 25 * points) : Math.max(160, 450 - 10 * points);
}

/** One step of time; what has been missed or met costs a life. */
export function advanced(rules: Rules, game: Game): Game {
  const steps = game.steps + 1;
  if (rules === "catch") {
    const free = Array.from({ length: COLUMNS * ROWS.catch }, (_, cell) => cell).filter((cell) => !game.cells.includes(cell));
    return { ...game, steps, lives: game.lives - game.cells.length, cells: free.slice(oneOf(free.length)).slice(0, 1) };
  }
  const down = game.cells.map((cell) => cell + COLUMNS);
  const last = COLUMNS * (ROWS.dodge - 1);
  const landed = down.filter((cell) => cell >= last);
  const met = landed.filter((cell) => cell - last === game.lane).length;
  // Never twice in one column: who stands still is not always hit.
  const next = ((down.at(-1) ?? oneOf(COLUMNS)) + 1 + oneOf(COLUMNS - 1)) % COLUMNS;
  const cells = [...down.filter((cell) => cell < last), ...(steps % 2 === 0 ? [next] : [])];
  return { ...game, steps, cells, points: game.points + landed.length - met, lives: game.lives - met };
}

/** Hits a cell. */
export function hit(game: Game, cell: number): Game {
  return game.cells.includes(cell) ? { ...game, points: game.points + 1, cells: [] } : game;
}

export function moved(game: Game, by: number): Game {
  return { ...game, lane: Math.min(COLUMNS - 1, Math.max(0, game.lane + by)) };
}

function oneOf(count: number): number {
  return Math.floor(Math.random() * count);
}
