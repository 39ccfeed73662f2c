import { themeIn } from '../blueprint/choose-theme.js';
import { movedColours } from '../blueprint/coloured-theme.js';
import { typeName } from '../blueprint/entity-plan.js';
import { isOfRules } from '../blueprint/plan-notes.js';
import { planScreens } from '../blueprint/plan-screens.js';
import { sampleDate } from '../blueprint/sample-values.js';
import { wishesOfPlan } from '../blueprint/screen-wishes.js';
import type { AppPlan, EntityPlan, FieldPlan, FieldValue, ScreenPlan } from '../generation/plan.js';
import { askedColours } from './asked-colours.js';
import { type PlanAnswer, PlanRefused } from './plan-answer.js';
import { distinct, propertyName, short, shortChoices } from './plan-names.js';
import { plannedSettings } from './planned-settings.js';
import { USUAL_SCREENS } from './usual-brief.js';

/** The plan of a model as an app plan. */
export interface FilledPlan {
  readonly plan: AppPlan;
}

const MAX_ENTITIES = 3;
const MAX_FIELDS = 8;
const MAX_SAMPLES = 12;

/**
 * Merges the model's answer into the draft plan. Names, entities, fields and samples come from the model; routes and kinds of
 * screens come from the service. The theme is the draft's, in the colours that the model found in the request unless a person
 * chose a template.
 * @throws PlanRefused if the answer has no usable entity
 */
export function planFromAnswer(draft: AppPlan, answer: PlanAnswer, { isTemplateAsked = false } = {}): FilledPlan {
  const names = new Set<string>();
  const labels = new Set<string>();
  const entities = answer.entities.slice(0, MAX_ENTITIES).flatMap((entity) => {
    const label = short(entity.label, 40);
    if (labels.has(label)) return [];
    labels.add(label);
    return filledEntity(distinct(typeName(label), names), entity);
  });
  if (entities.length === 0) throw new PlanRefused('entities: the app needs one kind of thing with a text field.');
  const screens = briefed(planScreens(entities, wishesOfPlan(draft)), answer);
  const settings = plannedSettings(answer.settings);
  const asked = isTemplateAsked ? undefined : askedColours(answer.palette);
  const themed = asked && themeIn(draft, asked.colours);
  const plan: AppPlan = {
    ...draft,
    ...themed,
    notes: [
      ...draft.notes.filter((note) => !isOfRules(note)),
      ...(asked?.notes ?? []),
      ...(themed ? movedColours(themed.theme, asked.colours) : []),
    ],
    name: short(answer.name, 40) || draft.name,
    tagline: short(answer.tagline, 200) || draft.tagline,
    entities,
    screens,
    ...(settings.length > 0 && { settings }),
  };
  return { plan };
}

function filledEntity(name: string, given: PlanAnswer['entities'][number]): readonly EntityPlan[] {
  const fields = filledFields(given.fields);
  if (!fields.some(({ type }) => type === 'text')) return [];
  const label = short(given.label, 40);
  const columns = new Map(given.fields.map(({ label: of }, index) => [short(of, 40), index]));
  const samples = given.samples
    .slice(0, MAX_SAMPLES)
    .map((row) =>
      Object.fromEntries(
        fields.map((field) => [field.name, valueOf(field, row[columns.get(field.label) ?? -1] ?? '')]),
      ),
    );
  return [{ name, label, plural: short(given.plural, 40) || label, icon: given.icon, fields, samples }];
}

function filledFields(given: PlanAnswer['entities'][number]['fields']): readonly FieldPlan[] {
  const names = new Set<string>();
  const labels = new Set<string>();
  return given.slice(0, MAX_FIELDS).flatMap((field): FieldPlan[] => {
    const label = short(field.label, 40);
    const wanted = propertyName(label);
    if (label === '' || wanted === 'id' || labels.has(label)) return [];
    labels.add(label);
    const name = distinct(wanted, names);
    const choices = shortChoices(field.choices);
    const type = field.type === 'choice' && choices.length < 2 ? 'text' : field.type;
    const unit = short(field.unit, 12);
    return [
      {
        name,
        label,
        type,
        isRequired: field.isRequired,
        ...(type === 'choice' && { choices }),
        ...(type === 'number' && unit !== '' && { unit }),
        ...(isFigure(type) && field.summary !== 'none' && { summary: field.summary }),
      },
    ];
  });
}

function isFigure(type: FieldPlan['type']): boolean {
  return type === 'number' || type === 'money';
}

function valueOf(field: FieldPlan, given: string): FieldValue {
  switch (field.type) {
    case 'number':
    case 'money':
      return Number.parseFloat(given.replaceAll(/[^\d.-]/g, '')) || 0;
    case 'boolean':
      return /^(true|yes|1)$/i.test(given.trim());
    case 'date':
      return sampleDate(Math.max(-3650, Math.min(3650, Math.round(Number.parseFloat(given)) || 0)));
    case 'choice':
      return field.choices?.includes(given) === true ? given : (field.choices?.[0] ?? '');
    case 'list':
    case 'links':
      return given
        .split(/[;\n]/)
        .map((one) => short(one, 80))
        .filter(Boolean);
    case 'time':
      return /^\d{2}:\d{2}$/.test(given.trim()) ? given.trim() : '';
    case 'longtext':
      return paragraphs(given, 2_000);
    case 'text':
    case 'link':
      return short(given, 400);
  }
}

/**
 * Adds the briefs of the model to the screens. An unusual screen of the draft (a calendar, a cart) stays only if the model gave
 * it a brief. If the model described half of the usual screens or fewer, all screens stay.
 */
function briefed(screens: readonly ScreenPlan[], answer: PlanAnswer): readonly ScreenPlan[] {
  const wanted = new Map(answer.screens.map(({ screen, brief }) => [plain(screen), short(brief, 600)]));
  const all = screens.map((screen, index) => {
    const brief = wanted.get(plain(`${screen.name} ${screen.archetype}`)) ?? wanted.get(plain(screen.name));
    const isUsual = index === 0 || USUAL_SCREENS.has(screen.archetype);
    return { isUsual, screen: brief ? { ...screen, brief } : screen };
  });
  const usual = all.filter(({ isUsual }) => isUsual);
  const isSpokenOf = ({ brief }: ScreenPlan): boolean => brief !== undefined;
  const isWhole = usual.filter(({ screen }) => isSpokenOf(screen)).length * 2 > usual.length;
  return all.filter(({ isUsual, screen }) => isUsual || !isWhole || isSpokenOf(screen)).map(({ screen }) => screen);
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}

/** Keeps the line breaks and truncates the text. Some models write a line break as the two characters `\n`. */
function paragraphs(text: string, length: number): string {
  const lines = (text.includes('\n') ? text : text.replaceAll('\\n', '\n')).split('\n');
  const tidy = lines.map((line) => line.replaceAll(/[^\S\n]+/g, ' ').trim()).join('\n');
  return tidy
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, length)
    .trim();
}
