import type { RecordedEvent } from '../../generation/events.js';
import type { Stage } from '../../generation/stage-plan.js';

/** Figures about a run that its state does not contain, gathered from its events. Plain JSON. */
export interface RunFigures {
  /** Seq of the event that requested the run. */
  readonly firstSeq: number;
  /** The first model that was called; null if none was. */
  readonly model: string | null;
  /** Cost in US dollars by model; null if the price of a call is unknown. */
  readonly costByModel: Readonly<Record<string, number | null>>;
  /** Start times of the stages in progress, ISO 8601. */
  readonly begunAt: Readonly<Partial<Record<Stage, string>>>;
  /** Duration of each stage in milliseconds, for the attempt that succeeded. */
  readonly stagesMs: Readonly<Partial<Record<Stage, number>>>;
  /** When the preview was published, ISO 8601; null before that. */
  readonly firstLightAt: string | null;
}

/** @param before undefined for the event that requests the run */
export function foldFigures(before: RunFigures | undefined, event: RecordedEvent): RunFigures {
  const figures = before ?? {
    firstSeq: event.seq,
    model: null,
    costByModel: {},
    begunAt: {},
    stagesMs: {},
    firstLightAt: null,
  };
  switch (event.type) {
    case 'StageStarted':
      return { ...figures, begunAt: { ...figures.begunAt, [event.data.stage]: event.at } };
    case 'StageSucceeded':
      return stageSucceeded(figures, event.data.stage, event.at);
    case 'RunEstimated':
      return { ...figures, model: figures.model ?? event.data.model };
    case 'ModelAnswered':
    case 'ModelCallFailed': {
      const { model, cost_usd: cost } = event.data;
      const soFar = figures.costByModel[model] === undefined ? 0 : figures.costByModel[model];
      const total = soFar === null || cost === null ? null : soFar + cost;
      const costByModel = { ...figures.costByModel, [model]: total };
      return { ...figures, model: figures.model ?? model, costByModel };
    }
    case 'PreviewPublished':
      return { ...figures, firstLightAt: figures.firstLightAt ?? event.at };
    default:
      return figures;
  }
}

function stageSucceeded(figures: RunFigures, stage: Stage, at: string): RunFigures {
  const { [stage]: begunAt, ...others } = figures.begunAt;
  if (begunAt === undefined) return figures;
  const stagesMs = { ...figures.stagesMs, [stage]: Date.parse(at) - Date.parse(begunAt) };
  return { ...figures, begunAt: others, stagesMs };
}
