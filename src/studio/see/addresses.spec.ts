import { describe, expect, it } from '@jest/globals';
import { addressesOf } from './addresses.js';

const web = 'http://plants.localhost:8000/';

describe('the addresses of an app', () => {
  it('begin with the one that the QR code shows, and name the others', () => {
    const urls = { web, phone: 'exp://10.0.0.2:8001/x', lan: 'http://10.0.0.2:8001/x', public: 'https://x.ngrok.app/' };
    expect(addressesOf(urls).map(({ url }) => url)).toEqual([urls.phone, urls.lan, urls.public]);
    expect(addressesOf(urls)[0].hint).toContain('Expo Go (SDK 54');
  });

  it('say where one opens only on this computer', () => {
    expect(addressesOf({ web })).toEqual([{ url: web, hint: expect.stringContaining('only on this computer') }]);
    expect(addressesOf({ web: 'https://plants.apps.example/' })[0].hint).toContain('a phone that can reach');
  });
});
