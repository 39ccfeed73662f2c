import { Platform } from "react-native";

/** Steps of a scale in which nothing sounds wrong, in half tones. */
const SCALE = [0, 2, 4, 7, 9, 12];

let context: AudioContext | undefined;

/** A soft note in a browser; the same track has the same melody. Elsewhere it is quiet: there is no sound in the kit. */
export function playTone(track: string, step: number): void {
  if (Platform.OS !== "web" || typeof AudioContext === "undefined") return;
  context ??= new AudioContext();
  const seed = [...track].reduce((sum, letter) => sum + letter.charCodeAt(0), step * step);
  const oscillator = context.createOscillator();
  const volume = context.createGain();
  const now = context.currentTime;
  oscillator.type = "sine";
  oscillator.frequency.value = 261.6 * 2 ** ((SCALE[seed % SCALE.length] ?? 0) / 12);
  volume.gain.setValueAtTime(0.0001, now);
  volume.gain.exponentialRampToValueAtTime(0.08, now + 0.04);
  volume.gain.exponentialRampToValueAtTime(0.0001, now + 0.45);
  oscillator.connect(volume).connect(context.destination);
  oscillator.start(now);
  oscillator.stop(now + 0.5);
}
