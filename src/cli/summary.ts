import qrcode from 'qrcode';
import type { CompleteData } from '../contract/messages/end-messages.js';

/** What is said of a completed run: the app, its screens, where it runs, a QR code of that. */
export async function summaryOf(data: CompleteData, isQrShown: boolean): Promise<string> {
  const { app_name, screens_added, duration_ms, preview_url, notes = [] } = data;
  const { phone, lan, public: open } = data.preview_urls ?? {};
  const lines = [
    '',
    `${app_name} is complete: ${screens_added.length} screens in ${(duration_ms / 1000).toFixed(1)} s`,
    `Screens  ${screens_added.join(', ')}`,
    ...[preview_url, lan, open].flatMap((url) => (url ? [`Preview  ${url}`] : [])),
    ...notes.map((note) => `Note     ${note}`),
  ];
  const phoneUrl = phone ?? lan ?? open ?? preview_url;
  if (isQrShown && phoneUrl !== null) lines.push('', await qrOf(phoneUrl));
  return `${lines.join('\n')}\n`;
}

async function qrOf(url: string): Promise<string> {
  const code = await qrcode.toString(url, { type: 'utf8', errorCorrectionLevel: 'M', margin: 2 });
  return `${code.trimEnd()}\n${url}\n${hintOf(new URL(url))}`;
}

function hintOf({ protocol, hostname }: URL): string {
  if (protocol.startsWith('exp')) {
    return 'Scan it with a phone on the same network: it opens in Expo Go (SDK 54, App Store and Google Play).';
  }
  if (/(^|\.)localhost$|^127\./.test(hostname)) return 'This address opens only on this computer.';
  return 'Scan it with a phone that can reach it.';
}
