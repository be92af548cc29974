import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly children?: ReactNode;
}

/** Where nothing is: says why, and in `children` what to do about it. */
export function EmptyState({ title, children }: Props) {
  return (
    <section className="notice notice-empty">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
