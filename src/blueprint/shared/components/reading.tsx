import { StyleSheet, Text } from "react-native";

import { type Theme, useStyles } from "../lib/theme";
import { Card } from "./card";
import { Columns } from "./columns";

interface ReadingProps {
  sections: readonly { heading: string; text: string }[];
}

/** Text to read, part by part. */
export function Reading({ sections }: ReadingProps) {
  const styles = useStyles(createStyles);
  return (
    <Columns>
      {sections.map(({ heading, text }) => (
        <Card key={heading} heading={heading}>
          <Text style={styles.text}>{text}</Text>
        </Card>
      ))}
    </Columns>
  );
}

const createStyles = (theme: Theme) => StyleSheet.create({ text: { fontSize: 16, lineHeight: 26, color: theme.text } });
