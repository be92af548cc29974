/** UTF-8 text in base64, with or without line breaks; undefined when it is no base64. */
export function fromBase64(text: string): string | undefined {
  const compact = text.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) return undefined;
  return new TextDecoder().decode(Buffer.from(compact, 'base64'));
}
