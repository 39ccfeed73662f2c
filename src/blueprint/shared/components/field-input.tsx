import type { Field } from "../lib/kinds";
import { CURRENCY_SIGN, formatNumber } from "../lib/numbers";
import { textsOf, type Value } from "../lib/records";
import { ChoiceField } from "./choice-field";
import { DateField } from "./date-field";
import { LinkField } from "./link-field";
import { ListField } from "./list-field";
import { SwitchRow } from "./switch-row";
import { TextField } from "./text-field";

interface FieldInputProps {
  field: Field;
  value: Value;
  onChange: (value: Value) => void;
  onSubmit: () => void;
  error: string | undefined;
}

/** The control that fits a field. */
export function FieldInput({ field, value, onChange, onSubmit, error }: FieldInputProps) {
  const { label, type, isRequired, unit, to } = field;
  const text = String(value);
  const several = textsOf(value);
  const shared = { label, isRequired, error };
  switch (type) {
    case "number":
      return <TextField {...shared} value={text} onChange={onChange} onSubmit={onSubmit} isNumeric unit={unit} placeholder="0" />;
    case "money":
      return (
        <TextField {...shared} value={text} onChange={onChange} onSubmit={onSubmit} isNumeric unit={CURRENCY_SIGN} placeholder={formatNumber(0)} />
      );
    case "date":
      return <DateField {...shared} value={text} onChange={onChange} onSubmit={onSubmit} />;
    case "choice":
      return <ChoiceField label={label} choices={field.choices ?? []} value={text} onChange={onChange} />;
    case "boolean":
      return <SwitchRow label={label} value={value === true} onChange={onChange} />;
    case "list":
      return <ListField {...shared} value={several} onChange={onChange} />;
    case "link":
    case "links":
      if (to === undefined) return null;
      return (
        <LinkField
          {...shared}
          kind={to}
          isSeveral={type === "links"}
          value={type === "links" ? several : text === "" ? [] : [text]}
          onChange={(ids) => onChange(type === "links" ? ids : (ids[0] ?? ""))}
        />
      );
    case "longtext":
      return <TextField {...shared} value={text} onChange={onChange} isLong />;
    default:
      return <TextField {...shared} value={text} onChange={onChange} onSubmit={onSubmit} placeholder={type === "time" ? "09:30" : undefined} />;
  }
}
