/** Articles of one span: all, those of the one, those of the other, and those of both. */
export interface Together {
  readonly all: number;
  readonly one: number;
  readonly other: number;
  readonly both: number;
}

export interface Association {
  /** Normalised pointwise mutual information, -1 to 1; 0 as often together as by chance. */
  readonly strength: number;
  /** Log-likelihood ratio G², at least 0: how little it can be chance. */
  readonly evidence: number;
}

/**
 * How much two entities belong together. The strength (Bouma 2009) says how exclusively; since a
 * single meeting of two rare ones has the greatest, the evidence (Dunning 1993), which grows with the
 * counts, decides what is shown first. Pure; the counts may be a little apart, as an index's are.
 */
export function associationOf({ all, one, other, both }: Together): Association {
  const n = Math.max(all, one, other);
  const n11 = Math.min(both, one, other);
  if (n === 0 || n11 === 0) return { strength: -1, evidence: 0 };
  const cells = [
    [n11, (one * other) / n],
    [one - n11, (one * (n - other)) / n],
    [other - n11, ((n - one) * other) / n],
    [n - one - other + n11, ((n - one) * (n - other)) / n],
  ] as const;
  const halves = cells.map(([seen, expected]) =>
    seen <= 0 || expected <= 0 ? 0 : seen * Math.log(seen / expected),
  );
  const evidence = Math.max(0, 2 * halves.reduce((sum, half) => sum + half, 0));
  if (n11 === n) return { strength: 1, evidence };
  const strength = Math.log((n11 * n) / (one * other)) / -Math.log(n11 / n);
  return { strength: Math.min(1, Math.max(-1, strength)), evidence };
}

/** For people: no more digits than mean something. */
export function roundedAssociation({ strength, evidence }: Association): Association {
  return {
    strength: Math.round(strength * 1_000) / 1_000,
    evidence: Math.round(evidence * 10) / 10,
  };
}
