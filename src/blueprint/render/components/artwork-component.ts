import type { SourceFile } from '../../../generation/app-files.js';

/** components/artwork.tsx: pictures drawn from a text, so that every record has one and keeps it. */
export const artworkComponent = (seed: number): SourceFile => ({
  path: 'components/artwork.tsx',
  content: `import { Ionicons } from "@expo/vector-icons";
import { LinearGradient } from "expo-linear-gradient";
import type { ComponentProps } from "react";
import { StyleSheet, View } from "react-native";

import { say } from "../lib/words";

type Glyph = ComponentProps<typeof Ionicons>["name"];

interface ArtworkProps {
  /** What the picture is of: the same text gives the same picture. */
  text: string;
  /** Drawn where no word of the text has a drawing. */
  icon: Glyph;
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
  ["#5b6ef5", "#8b4fe0"],
  ["#1287c9", "#1d4fbf"],
  ["#129a74", "#0b6b5b"],
  ["#e08a1e", "#cf4f1b"],
  ["#d8478f", "#9a2f8f"],
  ["#178f9c", "#14597d"],
  ["#df5064", "#98234a"],
  ["#64748b", "#334155"],
] as const;

/** Words that have a drawing of their own. */
const GLYPHS: readonly (readonly [RegExp, Glyph])[] = [
  [/sneaker|shoe|boot|run|walk|hike|trail/i, "footsteps"],
  [/shirt|dress|jacket|hoodie|beanie|cloth|jeans/i, "shirt"],
  [/mug|coffee|tea\\b|espresso|latte|cocoa/i, "cafe"],
  [/pizza|pasta|tagliatelle|lasagn/i, "pizza"],
  [/\\bcakes?\\b|cheesecake|tart\\b|cookie|ice cream|dessert|crumble/i, "ice-cream"],
  [/salad|bowl|veg|broccoli|soup|curry|herb|basil|fern|plant|monstera|leaf/i, "leaf"],
  [/swim|\\brain|water/i, "water"],
  [/wine|beer|lemonade|juice|cocktail|drink/i, "wine"],
  [/fish|salmon|sushi/i, "fish"],
  [/egg|breakfast|pancake|toast|bread|dinner|lunch|meal|stew|roast|chicken|rice|noodle/i, "restaurant"],
  [/lamp|light|candle|bulb/i, "bulb"],
  [/flower|rose|tulip|orchid|lily/i, "flower"],
  [/bike|cycl|ride/i, "bicycle"],
  [/car\\b|drive|vehicle/i, "car"],
  [/train|rail|metro/i, "train"],
  [/flight|plane|airport|trip/i, "airplane"],
  [/\\bseas?\\b|beach|lake|river|harbour|boat|island|coast/i, "boat"],
  [/mountain|forest|wood|garden|park|tree/i, "trail-sign"],
  [/museum|gallery|paint|art\\b|design/i, "color-palette"],
  [/music|song|guitar|piano|concert|vinyl/i, "musical-notes"],
  [/book|novel|read|library|story/i, "book"],
  [/film|movie|cinema/i, "film"],
  [/game|chess|puzzle/i, "game-controller"],
  [/phone|laptop|computer|code|desk/i, "laptop"],
  [/watch|clock|time/i, "watch"],
  [/bag|tote|backpack/i, "bag-handle"],
  [/dog|cat\\b|pet|paw/i, "paw"],
  [/baby|kid|child|friend|family|team/i, "people"],
  [/house|\\bflat\\b|loft|studio|\\brooms?\\b|\\bhome\\b|apartment|villa/i, "home"],
  [/gift|birthday|party|wedding/i, "gift"],
  [/night|moon|sleep/i, "moon"],
  [/sun|summer|morning/i, "sunny"],
  [/photo|picture|camera/i, "camera"],
];

function glyphOf(text: string): Glyph | undefined {
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
