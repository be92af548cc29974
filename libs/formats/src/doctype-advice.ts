/** For the formats whose documents often have one. */
export const doctypeAdvice = (documents: string, doctype: string) =>
  `${documents} often begin with \`${doctype}\`. Any DOCTYPE is refused; the rest needs no change: ` +
  "`sed 's/<!DOCTYPE[^>]*>//' document.xml` takes it out where it is on one line.";
