import { z } from 'zod';

export const previewUrls = z
  .object({
    web: z.string().describe('Opens in a browser on this machine (or anywhere, with a wildcard PREVIEW_DOMAIN).'),
    phone: z.string().optional().describe('Opens in Expo Go, `exp://…`.'),
    lan: z.string().optional().describe('Opens in a browser on the same network.'),
    public: z.string().optional().describe('Opens in any browser, through the tunnel.'),
  })
  .describe('Every address of the preview.');
export type PreviewUrls = z.infer<typeof previewUrls>;

/** What is wrong with a preview, as its bundler or its page says. */
export const previewTrouble = z.object({
  source: z
    .enum(['bundle', 'page'])
    .describe('`bundle`: the code does not compile; `page`: the app ran into an error in somebody’s browser.'),
  message: z.string(),
  file: z.string().optional(),
  line: z.int().optional().describe('From 1.'),
  column: z.int().optional().describe('From 0.'),
});
export type PreviewTrouble = z.infer<typeof previewTrouble>;
