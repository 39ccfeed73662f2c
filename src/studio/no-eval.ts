import { z } from 'zod';

// Zod would try to compile its checks, which the page's policy refuses with an error in the console.
z.config({ jitless: true });
