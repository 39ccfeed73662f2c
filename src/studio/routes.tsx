import { createBrowserRouter, type RouteObject } from 'react-router';
import { ProjectLayout } from './project/project-layout.js';
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
          { index: true, lazy: async () => ({ Component: (await import('./create/create-page.js')).CreatePage }) },
          {
            path: 'p/:id',
            lazy: async () => ({ Component: (await import('./project/project-page.js')).ProjectPage }),
          },
          {
            path: 'p/:id/code/*',
            lazy: async () => ({ Component: (await import('./code/code-view.js')).CodeView }),
          },
        ],
      },
      { path: '*', element: <NotFound /> },
    ],
  },
];

export function makeRouter(): ReturnType<typeof createBrowserRouter> {
  return createBrowserRouter(routes);
}
