import { StyleSheet, Text } from "react-native";

import { openScreen } from "../lib/navigation";
import { type IconName, RADIUS, raised, type Theme, useStyles } from "../lib/theme";
import { IconBox } from "./icon-box";
import { Press } from "./press";
import { Row } from "./row";

interface Shortcut {
  icon: IconName;
  label: string;
  path: string;
}

/** What the app can do, a press away. */
export function Shortcuts({ items }: { items: readonly Shortcut[] }) {
  const styles = useStyles(createStyles);
  return (
    <Row style={styles.row}>
      {items.map(({ icon, label, path }) => (
        <Press key={path} role="link" label={label} onPress={() => openScreen(path)} style={styles.item}>
          <IconBox icon={icon} />
          <Text style={styles.label}>{label}</Text>
        </Press>
      ))}
    </Row>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    row: { alignItems: "stretch", gap: 12 },
    item: {
      ...raised(theme),
      flexGrow: 1,
      flexBasis: "45%",
      minHeight: 64,
      flexDirection: "row",
      alignItems: "center",
      gap: 12,
      padding: 12,
      borderRadius: RADIUS.m,
    },
    label: { flex: 1, minWidth: 0, fontSize: 15, fontWeight: "700", color: theme.text },
  });
