import type { RecordedEvent } from '../../generation/events.js';
import type { Stage } from '../../generation/stage-plan.js';

/** What the events of a run say of its course, beside what the run is. Plain JSON. */
export interface RunFigures {
  /** Of the event that asked for the run. */
  readonly firstSeq: number;
  /** The model that was asked first; null: none was. */
  readonly model: string | null;
  /** US dollars by model; null where a call of it has no known price. */
  readonly costByModel: Readonly<Record<string, number | null>>;
  /** ISO 8601; when the stages that are under way began. */
  readonly begunAt: Readonly<Partial<Record<Stage, string>>>;
  /** Of the attempt that succeeded. */
  readonly stagesMs: Readonly<Partial<Record<Stage, number>>>;
  /** ISO 8601; when the preview was published. */
  readonly firstLightAt: string | null;
}

/** @param before none at the event that asks for the run */
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
