/** A screen that the app can be looked at on; in CSS pixels. */
export interface Device {
  readonly id: string;
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

export const DEVICES: readonly [Device, ...Device[]] = [
  { id: 'phone', name: 'Phone', width: 390, height: 844 },
  { id: 'small', name: 'Small phone', width: 320, height: 568 },
  { id: 'large', name: 'Large phone', width: 430, height: 932 },
  { id: 'tablet', name: 'Tablet', width: 820, height: 1180 },
];

export function deviceOf(id: string): Device {
  return DEVICES.find((device) => device.id === id) ?? DEVICES[0];
}
