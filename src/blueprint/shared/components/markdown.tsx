import { Platform, StyleSheet, Text, View } from "react-native";

import { readMarkdown } from "../lib/markdown";
import { SPACE, type Theme, useStyles } from "../lib/theme";

/** A text in Markdown as it reads. */
export function Markdown({ text }: { text: string }) {
  const styles = useStyles(createStyles);
  return (
    <View style={styles.all}>
      {readMarkdown(text).map(({ kind, level, parts }, index) => (
        <Text
          key={index}
          style={[
            styles.text,
            kind === "heading" && (level === 1 ? styles.first : styles.heading),
            kind === "quote" && styles.quote,
            kind === "code" && styles.code,
          ]}
        >
          {kind === "item" && "•  "}
          {parts.map((part, at) => (
            <Text key={at} style={[part.isBold && styles.bold, part.isItalic && styles.italic, part.isCode && styles.code]}>
              {part.text}
            </Text>
          ))}
        </Text>
      ))}
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    all: { gap: SPACE.s },
    text: { fontSize: 16, lineHeight: 24, color: theme.text },
    first: { fontSize: 26, lineHeight: 32, fontWeight: "800" },
    heading: { fontSize: 20, lineHeight: 26, fontWeight: "700" },
    quote: { paddingLeft: 12, borderLeftWidth: 4, borderLeftColor: theme.primary, color: theme.muted },
    code: { fontFamily: Platform.select({ ios: "Menlo", default: "monospace" }), backgroundColor: theme.tint },
    bold: { fontWeight: "800" },
    italic: { fontStyle: "italic" },
  });
