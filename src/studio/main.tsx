import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { queries } from './api/queries.js';
import { followOldLink } from './old-links.js';
import { makeRouter } from './routes.js';
import './styles/tokens.css';
import './styles/base.css';
import { applyTheme } from './ui/theme.js';

applyTheme();
followOldLink();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={makeRouter()} />
    </QueryClientProvider>
  </StrictMode>,
);
