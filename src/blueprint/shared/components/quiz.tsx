import { type KindName, KINDS } from "../lib/kinds";
import { recordsOf, textsOf, titleOf } from "../lib/records";
import { shuffled } from "../lib/scores";
import { Rounds } from "./rounds";

interface QuizProps {
  kind: KindName;
  /** The field with the right answer. */
  answer: string;
  /** The field with the wrong ones; absent: the answers of other questions. */
  wrong?: string;
  scores?: KindName;
}

const ASKED = 10;

/** Asks the questions, ten in a game. */
export function Quiz({ kind, answer, wrong, scores }: QuizProps) {
  const records = recordsOf(kind);
  const answers = records.map((record) => String(record[answer] ?? ""));
  const deal = (game: number) =>
    shuffled(records, game + 1)
      .slice(0, ASKED)
      .map((record, index) => {
        const right = String(record[answer] ?? "");
        const own = wrong === undefined ? [] : textsOf(record[wrong]);
        const given = own.length > 0 ? own : shuffled(answers, game + index + 7);
        const others = [...new Set(given)].filter((text) => text !== right && text !== "").slice(0, 3);
        return { id: record.id, asked: titleOf(kind, record), right, answers: shuffled([right, ...others], game + index + 3) };
      });
  return <Rounds title={KINDS[kind].plural} deal={deal} scores={scores} />;
}
