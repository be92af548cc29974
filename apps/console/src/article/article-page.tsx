export function ArticlePage() {
  return <div className="page">…</div>;
}
