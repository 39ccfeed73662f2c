import type { SourceFile } from '../../../generation/app-files.js';
import table from './artwork.json' with { type: 'json' };

/** components/artwork.tsx: pictures drawn from a text, so that every record has one and keeps it. */
export const artworkComponent = (seed: number): SourceFile => ({
  path: 'components/artwork.tsx',
  content: `import { Ionicons } from "@expo/vector-icons";
import { LinearGradient } from "expo-linear-gradient";
import { StyleSheet, View } from "react-native";

import type { IconName } from "../lib/theme";
import { say } from "../lib/words";

interface ArtworkProps {
  /** What the picture is of: the same text gives the same picture. */
  text: string;
  /** Drawn where no word of the text has a drawing. */
  icon: IconName;
  height: number;
  width?: number;
  radius?: number;
}

/** A generated picture: a ground of two colours, a few circles, and a drawing that fits the words. */
export function Artwork({ text, icon, height, width, radius = 0 }: ArtworkProps) {
  const number = numberOf(text);
  const colours = GROUNDS[number % GROUNDS.length] ?? GROUNDS[0];
  const size = Math.min(height, width ?? height);
  return (
    <LinearGradient
      accessible
      accessibilityRole="image"
      accessibilityLabel={say("picture", { name: text })}
      colors={colours}
      start={{ x: 0, y: 0 }}
      end={{ x: 1, y: 1 }}
      style={[styles.ground, { height, width: width ?? "100%", borderRadius: radius }]}
    >
      {[0, 1, 2].map((circle) => {
        const part = Math.floor(number / 7 ** (circle + 1));
        const diameter = size * (0.6 + (part % 5) / 8);
        return (
          <View
            key={circle}
            style={[
              styles.circle,
              {
                width: diameter,
                height: diameter,
                borderRadius: diameter / 2,
                left: \`\${(part % 9) * 11 - 12}%\`,
                top: \`\${(part % 7) * 14 - 20}%\`,
              },
            ]}
          />
        );
      })}
      <Ionicons name={glyphOf(text) ?? icon} size={size * 0.42} color="rgba(255, 255, 255, 0.94)" />
    </LinearGradient>
  );
}

const SEED = ${seed % 1000};

const GROUNDS = [
${table.grounds.map(([from, to]) => `  ["${from}", "${to}"],`).join('\n')}
] as const;

/** Words that have a drawing of their own. */
const GLYPHS: readonly (readonly [RegExp, IconName])[] = [
${Object.entries(table.glyphs)
  .map(([glyph, words]) => `  [/${words}/i, "${glyph}"],`)
  .join('\n')}
];

function glyphOf(text: string): IconName | undefined {
  return GLYPHS.find(([words]) => words.test(text))?.[1];
}

function numberOf(text: string): number {
  let number = SEED;
  for (const character of text) number = (number * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return number;
}

const styles = StyleSheet.create({
  ground: { alignItems: "center", justifyContent: "center", overflow: "hidden" },
  circle: { position: "absolute", backgroundColor: "rgba(255, 255, 255, 0.1)" },
});
`,
});
