import type { ReactNode } from "react";
import { type StyleProp, Text, type TextStyle } from "react-native";

interface HeadingProps {
  /** 1 names the screen, 2 a part of it. */
  level: 1 | 2 | 3;
  style: StyleProp<TextStyle>;
  children: ReactNode;
}

/** A heading at its place in the order of headings, which a browser is told and a phone is not. */
export function Heading({ level, style, children }: HeadingProps) {
  const order = { "aria-level": level };
  return (
    <Text accessibilityRole="header" {...order} style={style}>
      {children}
    </Text>
  );
}
