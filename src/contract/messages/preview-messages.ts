import { z } from 'zod';
import { previewTrouble, previewUrls } from '../preview.js';
import { inLog } from './in-log.js';

const previewMessage = inLog(
  'preview',
  z.discriminatedUnion('state', [
    z.object({ state: z.literal('published'), preview_url: z.string(), preview_urls: previewUrls }),
    previewTrouble.extend({ state: z.literal('troubled') }),
    z.object({ state: z.literal('healed') }),
  ]),
);

/** The static site of the finished app. */
const shareMessage = inLog(
  'share',
  z.discriminatedUnion('state', [
    z.object({ state: z.literal('exporting'), project_id: z.string() }),
    z.object({ state: z.literal('shared'), url: z.string(), files: z.int(), bytes: z.int() }),
    z.object({ state: z.literal('failed'), code: z.string(), message: z.string() }),
  ]),
);

export const previewMessages = [previewMessage, shareMessage] as const;
