import { useState } from "react";

import { readMarks, removeMark, setMark, useMarks } from "../lib/marks";
import { CURRENCY, formatNumber, readNumber, typedNumber } from "../lib/numbers";
import { convert, INGREDIENTS, type Unit, type UnitGroup, UNITS } from "../lib/units";
import { say } from "../lib/words";
import { Card } from "./card";
import { Chip } from "./chip";
import { ChipRow } from "./chip-row";
import { Columns } from "./columns";
import { IconButton } from "./icon-button";
import { ResultCard } from "./result-card";
import { Row } from "./row";
import { TextField } from "./text-field";
import { Words } from "./words";

type Ingredient = keyof typeof INGREDIENTS;

const CURRENCIES = ["USD", "EUR", "GBP", "CHF", "JPY", "PLN", "TRY", "BRL", "CNY", "KRW"];
const NAMES = Object.keys(INGREDIENTS) as Ingredient[];

/** Turns an amount from one unit into another, with favourites. */
export function Converter({ groups }: { groups: readonly [UnitGroup, ...UnitGroup[]] }) {
  const [group, setGroup] = useState<UnitGroup>(groups[0]);
  const rates = useMarks("rate");
  const units =
    group === "currency"
      ? CURRENCIES.map((sign) => ({ sign, size: rates.find(({ of }) => of === sign)?.value ?? (sign === CURRENCY ? 1 : 0) }))
      : UNITS[group];
  const [text, setText] = useState(() => typedNumber(readMarks("convert", "amount")[0]?.value ?? 1));
  const [signs, setSigns] = useState(() => keptSigns(group, units));
  const [ingredient, setIngredient] = useState<Ingredient>("flour");
  const favourites = useMarks("pair").filter(({ text: kept }) => kept === group);
  const [from, to] = signs.map((sign) => units.find((one) => one.sign === sign));
  const amount = readNumber(text, signs[0]);
  const density = group === "cooking" ? INGREDIENTS[ingredient] : 1;
  const choose = (next: readonly [string, string], of = group) => {
    setSigns(next);
    setMark("convert", of, 0, next.join(">"));
  };
  const change = (next: string) => {
    setText(next);
    const value = readNumber(next, signs[0]);
    if (value !== undefined) setMark("convert", "amount", value);
  };
  const chooseGroup = (next: UnitGroup) => {
    setGroup(next);
    choose(next === "currency" ? [CURRENCY, CURRENCY === "EUR" ? "USD" : "EUR"] : [UNITS[next][0]?.sign ?? "", UNITS[next][1]?.sign ?? ""], next);
  };
  const result = amount === undefined || from === undefined || to === undefined ? undefined : convert(amount, from, to, density);
  const pair = signs.join(">");
  const favourite = favourites.find(({ of }) => of === pair);
  const shown = (value: number | undefined, sign: string) =>
    value === undefined || !Number.isFinite(value) ? "–" : formatNumber(value, sign, value < 1 ? 4 : 2);
  const groupNames = groups.map((one) => say(one));
  const ingredientNames = NAMES.map((one) => say(one));
  return (
    <Columns>
      <Card>
        {groups.length > 1 && (
          <ChipRow
            label={say("kindOfUnit")}
            choices={groupNames}
            chosen={say(group)}
            onChoose={(name) => chooseGroup(groups[groupNames.indexOf(name)] ?? group)}
          />
        )}
        <TextField
          label={say("amount")}
          value={text}
          onChange={change}
          isNumeric
          unit={signs[0]}
          error={amount === undefined ? say("cannotRead", { example: formatNumber(1250.5) }) : undefined}
        />
        {group === "cooking" && (
          <ChipRow
            label={say("ingredient")}
            choices={ingredientNames}
            chosen={say(ingredient)}
            onChoose={(name) => setIngredient(NAMES[ingredientNames.indexOf(name)] ?? "water")}
          />
        )}
        <Words look="label">{say("from")}</Words>
        <ChipRow label={say("from")} choices={units.map(({ sign }) => sign)} chosen={signs[0]} onChoose={(sign) => choose([sign, signs[1]])} />
        <Row isApart>
          <Words look="label">{say("to")}</Words>
          <IconButton icon="swap-vertical" label={say("swap")} onPress={() => choose([signs[1], signs[0]])} />
        </Row>
        <ChipRow label={say("to")} choices={units.map(({ sign }) => sign)} chosen={signs[1]} onChoose={(sign) => choose([signs[0], sign])} />
      </Card>
      <ResultCard
        label={shown(amount, signs[0]) + " ="}
        value={shown(result, signs[1])}
        lines={units
          .filter(({ sign }) => !signs.includes(sign))
          .slice(0, 4)
          .map((one) => ({
            label: one.sign,
            value: shown(amount === undefined || from === undefined ? undefined : convert(amount, from, one, density), ""),
          }))}
      />
      <Card
        heading={say("favourites")}
        aside={
          <IconButton
            icon={favourite === undefined ? "heart-outline" : "heart"}
            label={say("favouritePair", { from: signs[0], to: signs[1] })}
            isOn={favourite !== undefined}
            tone={favourite === undefined ? "muted" : "danger"}
            onPress={() => (favourite === undefined ? setMark("pair", pair, 0, group) : removeMark(favourite.id))}
          />
        }
      >
        {favourites.length === 0 && <Words>{say("pressHeart")}</Words>}
        <Row>
          {favourites.map(({ id, of }) => (
            <Chip key={id} label={of.replace(">", " → ")} role="button" isChosen={of === pair} onPress={() => choose(signsOf(of))} />
          ))}
        </Row>
      </Card>
      {group === "currency" && <Rates units={units} />}
    </Columns>
  );
}

/** Nobody is asked for rates: the person sets them. */
function Rates({ units }: { units: readonly Unit[] }) {
  const [texts, setTexts] = useState(() => Object.fromEntries(units.map(({ sign, size }) => [sign, size === 0 ? "" : typedNumber(size)])));
  return (
    <Card heading={say("rates", { currency: CURRENCY })}>
      <Words>{say("ratesHint")}</Words>
      {units
        .filter(({ sign }) => sign !== CURRENCY)
        .map(({ sign }) => (
          <TextField
            key={sign}
            label={"1 " + sign}
            value={texts[sign] ?? ""}
            onChange={(text) => {
              setTexts((current) => ({ ...current, [sign]: text }));
              const rate = readNumber(text);
              if (rate !== undefined && rate > 0) setMark("rate", sign, rate);
            }}
            isNumeric
            unit={CURRENCY}
            placeholder="–"
          />
        ))}
    </Card>
  );
}

function keptSigns(group: UnitGroup, units: readonly Unit[]): readonly [string, string] {
  const [kept] = readMarks("convert", group);
  const known = kept === undefined ? undefined : signsOf(kept.text);
  return known ?? [units[0]?.sign ?? "", units[1]?.sign ?? ""];
}

function signsOf(pair: string): readonly [string, string] {
  const [from = "", to = ""] = pair.split(">");
  return [from, to];
}
