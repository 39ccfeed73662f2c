export interface Expense {
  payer: string;
  amount: number;
  /** For whom; nobody: for all. */
  among: readonly string[];
}

export interface Debt {
  from: string;
  to: string;
  amount: number;
}

/** What each has paid more than used, in hundredths; shares that do not come out even go to the first ones. */
export function balancesOf(people: readonly string[], expenses: readonly Expense[]): Record<string, number> {
  const balances: Record<string, number> = Object.fromEntries(people.map((person) => [person, 0]));
  for (const { payer, amount, among } of expenses) {
    const sharers = (among.length === 0 ? people : among).filter((person) => people.includes(person));
    const cents = Math.round(amount * 100);
    if (!people.includes(payer) || sharers.length === 0) continue;
    balances[payer] = (balances[payer] ?? 0) + cents;
    const share = Math.trunc(cents / sharers.length);
    const rest = cents - share * sharers.length;
    sharers.forEach((person, index) => {
      balances[person] = (balances[person] ?? 0) - share - (index < Math.abs(rest) ? Math.sign(rest) : 0);
    });
  }
  return balances;
}

/** The fewest payments that make everybody even: who owes most pays who is owed most. */
export function debtsOf(balances: Record<string, number>): Debt[] {
  const left = Object.entries(balances).map(([person, cents]) => ({ person, cents }));
  const debts: Debt[] = [];
  for (;;) {
    left.sort((a, b) => a.cents - b.cents);
    const [debtor] = left;
    const creditor = left.at(-1);
    if (debtor === undefined || creditor === undefined || debtor.cents >= 0 || creditor.cents <= 0) return debts;
    const cents = Math.min(-debtor.cents, creditor.cents);
    debtor.cents += cents;
    creditor.cents -= cents;
    debts.push({ from: debtor.person, to: creditor.person, amount: cents / 100 });
  }
}
