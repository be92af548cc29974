/** One line each, as JSON. */
export function ndjsonLines(articles: readonly object[]): string {
  return articles.map((article) => `${JSON.stringify(article)}\n`).join('');
}
