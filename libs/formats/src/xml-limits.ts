/** News documents stay below 40; a deeper one is an attack. */
export const XML_DEPTH_MAX = 100;
/**
 * The densest documents of agencies have one in 70 characters: 60,000 in the largest body, were it
 * one document. So many take 0.15 s and 40 MB.
 */
export const XML_ELEMENTS_MAX = 60_000;
export const XML_ATTRIBUTES_MAX = 100;
export const XML_NAME_LENGTH_MAX = 256;
/** Of one element or attribute; twice the longest body in HTML. */
export const XML_TEXT_LENGTH_MAX = 2_000_000;
/**
 * Bare `&` and `<` in one document: more means that it is no XML. A feed of 500 items whose titles
 * and addresses are all full of them has some thousands.
 */
export const XML_MENDS_MAX = 50_000;
/**
 * Characters written as numbers. 4 MiB of nothing else are 600,000; pages wholly written so, with
 * their markup, have half of these.
 */
export const XML_REFERENCES_MAX = 300_000;
/** Faults of syntax that the parser recovers from by itself, each of which costs it 5 microseconds. */
export const XML_FAULTS_MAX = 5_000;
/** Declarations in one document; XHTML pasted into a feed has one for each item. */
export const XML_NAMESPACES_MAX = 5_000;
