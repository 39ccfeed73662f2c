/** Works out what the keys of a pocket calculator have written: 2+3×4 is 14. undefined: it is no sum yet. */
export function workOut(written: string): number | undefined {
  const parts = written.match(/\d+(?:\.\d*)?|\.\d+|[-+×÷]/g) ?? [];
  if (parts.join("") !== written || written === "") return undefined;
  const terms: number[] = [];
  let sign = 1;
  let expectsNumber = true;
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] ?? "";
    if (expectsNumber && part === "-") sign = -sign;
    else if (expectsNumber) {
      const value = Number(part);
      if (Number.isNaN(value)) return undefined;
      const before = parts[at - 1];
      const last = terms.length - 1;
      if (before === "×") terms[last] = (terms[last] ?? 0) * sign * value;
      else if (before === "÷") terms[last] = (terms[last] ?? 0) / (sign * value);
      else terms.push(sign * value);
      sign = 1;
      expectsNumber = false;
    } else {
      sign = part === "-" ? -1 : 1;
      expectsNumber = true;
    }
  }
  const sum = terms.reduce((all, term) => all + term, 0);
  return expectsNumber || !Number.isFinite(sum) ? undefined : Number(sum.toPrecision(12));
}
