import { useState } from "react";

import { dayFromToday, daysBetween, readDay, typedDay } from "../lib/dates";
import { type FormulaName, FORMULAS, type Input, type Output } from "../lib/formulas";
import { readMarks, setMark } from "../lib/marks";
import { CURRENCY_SIGN, formatMoney, formatNumber, readNumber, typedNumber } from "../lib/numbers";
import { say } from "../lib/words";
import { Card } from "./card";
import { Chip } from "./chip";
import { Columns } from "./columns";
import { DateField } from "./date-field";
import { ResultCard } from "./result-card";
import { Row } from "./row";
import { Stepper } from "./stepper";
import { TextField } from "./text-field";

/** Works a formula out while one types; what was typed last is kept. */
export function Calculator({ formula }: { formula: FormulaName }) {
  const { inputs, work } = FORMULAS[formula];
  const [texts, setTexts] = useState(() => Object.fromEntries(inputs.map((input) => [input.name, keptText(formula, input)])));
  const values = Object.fromEntries(inputs.map((input) => [input.name, valueOf(input, texts[input.name] ?? "")]));
  const isReadable = inputs.every((input) => problemOf(input, values[input.name]) === undefined);
  const [first, ...others] = work(values as Record<string, number>);
  const change = (input: Input, text: string) => {
    setTexts((current) => ({ ...current, [input.name]: text }));
    setMark(formula, input.name, 0, text);
  };
  return (
    <Columns>
      <Card>
        {inputs.map((input) => (
          <InputField key={input.name} input={input} text={texts[input.name] ?? ""} onChange={(text) => change(input, text)} />
        ))}
      </Card>
      {first !== undefined && (
        <ResultCard
          label={say(first.label)}
          value={isReadable ? written(first) : "–"}
          lines={[
            ...(first.verdict === undefined ? [] : [{ label: say("means"), value: isReadable ? say(first.verdict) : "–" }]),
            ...others.map((output) => ({ label: say(output.label), value: isReadable ? written(output) : "–" })),
          ]}
        />
      )}
    </Columns>
  );
}

function InputField({ input, text, onChange }: { input: Input; text: string; onChange: (text: string) => void }) {
  const { kind, unit, min = 0, max = 1_000, presets } = input;
  const label = say(input.label);
  const value = valueOf(input, text);
  const error = text.trim() === "" ? undefined : problemOf(input, value);
  if (kind === "day") return <DateField label={label} value={text} onChange={onChange} error={error} />;
  if (kind === "count") {
    return <Stepper label={label} value={value ?? min} min={min} max={max} onChange={(next) => onChange(String(next))} />;
  }
  return (
    <>
      <TextField
        label={label}
        value={text}
        onChange={onChange}
        isNumeric
        unit={kind === "money" ? CURRENCY_SIGN : kind === "percent" ? "%" : unit}
        placeholder="0"
        error={error}
      />
      {presets !== undefined && (
        <Row>
          {presets.map((preset) => (
            <Chip
              key={preset}
              label={formatNumber(preset, "%")}
              role="button"
              isChosen={preset === value}
              onPress={() => onChange(typedNumber(preset))}
            />
          ))}
        </Row>
      )}
    </>
  );
}

function keptText(formula: string, { name, kind, initial }: Input): string {
  const [kept] = readMarks(formula, name);
  return kept?.text ?? (kind === "day" ? typedDay(dayFromToday(initial)) : typedNumber(initial));
}

function valueOf({ kind, unit }: Input, text: string): number | undefined {
  if (kind !== "day") return text.trim() === "" ? 0 : readNumber(text, kind === "percent" ? "%" : unit);
  const day = readDay(text);
  return day === undefined ? undefined : daysBetween(dayFromToday(0), day);
}

function problemOf({ kind, min = 0, max }: Input, value: number | undefined): string | undefined {
  if (kind === "day")
    return value === undefined ? say("notADay", { text: "", example: typedDay(dayFromToday(0)) }) : value > 0 ? say("notYet") : undefined;
  if (value === undefined) return say("cannotRead", { example: formatNumber(1250.5) });
  if (value < min) return say("atLeast", { min: formatNumber(min) });
  return max !== undefined && value > max ? say("atMost", { max: formatNumber(max) }) : undefined;
}

function written({ kind, value, unit }: Output): string {
  if (!Number.isFinite(value)) return "–";
  return kind === "money" ? formatMoney(value) : formatNumber(value, kind === "percent" ? "%" : unit, 1);
}
