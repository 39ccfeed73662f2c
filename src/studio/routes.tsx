import { createBrowserRouter, type RouteObject } from 'react-router';
import { CreatePage } from './create/create-page.js';
import { ProjectLayout, type ViewHandle } from './project/project-layout.js';
import { Shell } from './shell/shell.js';
import { NotFound } from './shell/not-found.js';
import { ViewFailed } from './shell/view-failed.js';
import { Loading } from './ui/states.js';

/** A view is loaded when somebody goes there. */
const routes: RouteObject[] = [
  {
    element: <Shell />,
    errorElement: <ViewFailed />,
    HydrateFallback: Loading,
    children: [
      {
        element: <ProjectLayout />,
        children: [
          // Where most come first: with everything it needs.
          { index: true, Component: CreatePage },
          {
            path: 'p/:id',
            lazy: async () => ({ Component: (await import('./project/project-page.js')).ProjectPage }),
          },
          {
            path: 'p/:id/code/*',
            lazy: async () => ({ Component: (await import('./code/code-view.js')).CodeView }),
          },
          {
            path: 'p/:id/time',
            handle: { see: 'hidden' } satisfies ViewHandle,
            lazy: async () => ({ Component: (await import('./time/time-view.js')).TimePage }),
          },
        ],
      },
      {
        path: 'experiments',
        lazy: async () => ({ Component: (await import('./experiments/experiments-page.js')).ExperimentsPage }),
      },
      {
        path: 'experiments/new',
        lazy: async () => ({ Component: (await import('./experiments/new-page.js')).NewPage }),
      },
      {
        path: 'experiments/:id',
        lazy: async () => ({ Component: (await import('./experiments/experiment-page.js')).ExperimentPage }),
      },
      {
        path: 'admin',
        lazy: async () => ({ Component: (await import('./admin/admin-layout.js')).AdminLayout }),
        children: [
          { index: true, lazy: async () => ({ Component: (await import('./admin/runs-page.js')).RunsPage }) },
          {
            path: 'runs/:project/:run',
            lazy: async () => ({ Component: (await import('./admin/run-page.js')).RunPage }),
          },
          { path: 'stats', lazy: async () => ({ Component: (await import('./admin/stats-page.js')).StatsPage }) },
          { path: 'live', lazy: async () => ({ Component: (await import('./admin/live-page.js')).LivePage }) },
        ],
      },
      { path: 'film/:id', lazy: async () => ({ Component: (await import('./time/film-page.js')).FilmPage }) },
      { path: '*', element: <NotFound /> },
    ],
  },
];

export function makeRouter(): ReturnType<typeof createBrowserRouter> {
  return createBrowserRouter(routes);
}
