import type { PreviewUrls } from '../../contract/preview.js';

export interface Address {
  readonly url: string;
  /** What it is for, and what it needs. */
  readonly hint: string;
}

const EXPO_GO =
  'Scan it with the phone’s camera: it opens in Expo Go (SDK 54, free in the App Store and on Google Play). The phone must be on the same network as this computer.';

/** The first is the one that the QR code shows (the service chooses in the same order). */
export function addressesOf({ phone, lan, public: open, web }: PreviewUrls): readonly [Address, ...Address[]] {
  const beyond = [
    phone !== undefined && { url: phone, hint: EXPO_GO },
    lan !== undefined && { url: lan, hint: 'In a browser on the same network:' },
    open !== undefined && { url: open, hint: 'In any browser:' },
  ].filter((address) => address !== false);
  const [first, ...others] = beyond;
  return first ? [first, ...others] : [{ url: web, hint: webHint(web) }];
}

function webHint(url: string): string {
  const isHere = /(?:^|\.)localhost$|^127\.|^\[::1\]$/.test(new URL(url).hostname);
  return isHere
    ? 'This address opens only on this computer: it is not on a network that a phone could share, or PHONE_PREVIEW is off.'
    : 'Scan it with a phone that can reach this address.';
}
