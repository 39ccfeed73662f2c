import type { ScreenPlan, SourceFile } from '../../generation/plan.js';
import { fileOf, openedOf, pathOf, type AppStage } from './app-stage.js';
import { entityViews, inSentence } from './entity-view.js';
import { frameOf } from './frame.js';
import { importOf, lines, literal } from './source-text.js';
import { summaryName } from './summaries-file.js';

/** Everything marked as a favourite, of every kind. */
export const favouritesFile = (stage: AppStage, screen: ScreenPlan): SourceFile => {
  const frame = frameOf(stage, screen);
  const { root } = frame;
  const views = entityViews(stage.plan).filter(({ flag }) => flag?.name === 'favourite');
  const usesRouter = frame.usesRouter || views.some(({ entity }) => openedOf(stage, entity));
  return {
    path: fileOf(screen),
    content: lines(
      usesRouter && `import { router } from "expo-router";\n`,
      views.length > 0 && `import { Card } from "${root}components/card";`,
      `import { EmptyState } from "${root}components/empty-state";`,
      (views.length > 0 || frame.usesRouter) && `import { IconButton } from "${root}components/icon-button";`,
      views.length > 0 && `import { RecordRow } from "${root}components/record-row";`,
      `import { Screen } from "${root}components/screen";`,
      views.length > 0 && `import { updateRecord, useCollection } from "${root}lib/store";`,
      views.length > 0 && importOf(views.map(summaryName), `${root}lib/summaries`),
      `
export default function FavouritesScreen() {`,
      ...views.map(
        ({ collection }) =>
          `  const ${collection} = useCollection("${collection}").filter(({ favourite }) => favourite);`,
      ),
      `  const count = ${views.map(({ collection }) => `${collection}.length`).join(' + ') || '0'};
  return (
    <Screen`,
      frame.attributes({ title: screen.name }),
      `    >
      {count === 0 && (
        <EmptyState icon="heart-outline" title="No favourites yet" hint="Press a heart and it is kept here." />
      )}`,
      ...views.map((view) => {
        const opened = openedOf(stage, view.entity);
        return lines(
          `      {${view.collection}.length > 0 && (
        <Card heading={${literal(view.entity.plural)}}>
          {${view.collection}.map((record) => (
            <RecordRow
              key={record.id}
              icon=${literal(view.entity.icon)}
              summary={${summaryName(view)}(record)}`,
          opened &&
            `              onPress={() => router.push({ pathname: "${pathOf(opened)}", params: { id: record.id } })}`,
          `              trailing={
                <IconButton
                  icon="heart"
                  label={\`\${record.${view.title.name}}: no favourite ${inSentence(view).label.replaceAll('`', '')} any more\`}
                  tone="danger"
                  onPress={() => updateRecord("${view.collection}", record.id, { favourite: false })}
                />
              }
            />
          ))}
        </Card>
      )}`,
        );
      }),
      `    </Screen>
  );
}
`,
    ),
  };
};
