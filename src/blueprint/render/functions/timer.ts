import type { SourceFile } from '../../../generation/app-files.js';
import type { ScreenPlan, TimerKind } from '../../../generation/plan.js';
import type { AppStage } from '../app-stage.js';
import { entityViews, fieldOfType } from '../entity-view.js';
import { framedFile } from '../frame.js';
import { literal } from '../source-text.js';

const COMPONENTS: Readonly<Record<TimerKind, string>> = {
  chess: 'ChessClock',
  interval: 'IntervalTimer',
  stopwatch: 'Stopwatch',
  countdown: 'Countdown',
  log: 'LogTimer',
};

/** A clock; what it measured can be kept in the entity that the screen names. */
export const timerFile = (stage: AppStage, screen: ScreenPlan): SourceFile => {
  const log = entityViews(stage.plan).find(({ entity }) => entity.name === screen.entity);
  const minutes = log?.entity.fields.find(({ unit, type }) => type === 'number' && unit?.startsWith('min'));
  const wanted = screen.timer ?? 'interval';
  const name = COMPONENTS[wanted === 'log' && !minutes ? 'stopwatch' : wanted];
  const fields = log && {
    kind: log.collection,
    title: log.title.name,
    minutes: minutes?.name,
    date: log.date?.name,
    time: fieldOfType(log.entity, ['time'])?.name,
    choice: log.choice?.name,
  };
  const props = Object.entries(fields ?? {}).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${literal(value)}`],
  );
  const keeps = minutes !== undefined && wanted !== 'chess';
  return framedFile(stage, screen, `      <${name}${keeps ? ` log={{ ${props.join(', ')} }}` : ''} />`);
};
